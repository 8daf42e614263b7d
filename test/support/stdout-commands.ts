// Workflow commands in what a step prints (ActionCommand.cs), and the log that a person would see.
import type { RunnerMasker } from './runner-masker.ts'

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** Not masked by the runner. */
  readonly title: string
  readonly message: string
}

export interface StepLog {
  /** As a person sees it. */
  readonly log: string
  readonly annotations: readonly Annotation[]
}

const COMMAND = /^\s*::([\w-]+)(?: ([^\n]*?))?::(.*)$/

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
const unescapeProperty = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')

function propertiesOf(text: string): Map<string, string> {
  return new Map(
    text.split(',').flatMap((pair) => {
      const at = pair.indexOf('=')
      return at < 1 ? [] : [[pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))] as const]
    }),
  )
}

const isLevel = (name: string): name is Annotation['level'] =>
  name === 'error' || name === 'warning' || name === 'notice'

/** Reads the output of one step, line by line. Masks stay with `masker` for the steps that follow. */
export function readStepOutput(output: string, masker: RunnerMasker): StepLog {
  const lines: string[] = []
  const annotations: Annotation[] = []
  let stopToken: string | undefined
  for (const line of output.split('\n')) {
    const [, name = '', properties = '', data = ''] = COMMAND.exec(line) ?? []
    if (stopToken !== undefined) {
      if (name === stopToken) stopToken = undefined
      else lines.push(masker.mask(line))
    } else if (name === 'add-mask') {
      masker.add(unescapeData(data))
    } else if (name === 'stop-commands') {
      stopToken = unescapeData(data)
    } else if (isLevel(name)) {
      const annotation = {
        level: name,
        title: propertiesOf(properties).get('title') ?? '',
        message: masker.mask(unescapeData(data)),
      }
      annotations.push(annotation)
      lines.push(`##[${name}]${annotation.message}`)
    } else {
      lines.push(masker.mask(line))
    }
  }
  return { log: lines.join('\n'), annotations }
}
