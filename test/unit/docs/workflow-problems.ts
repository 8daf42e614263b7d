// What is wrong with a workflow, or with a part of one, that a document tells people to copy.
import { parse } from 'yaml'
import { refuseIdleInputs } from '../../../packages/inputs/src/effects.ts'
import { inputFacts } from '../../../scripts/docs/action-inputs.ts'
import { ACTIONS, readMetadata } from '../../../scripts/docs/action-metadata.ts'

const OURS = 'open-claw/open-claw'
const BY_USE = new Map<string, string>(ACTIONS.map(({ path, metadata }) => [`${OURS}${path}`, metadata]))

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

/** The inputs of a step that have no effect beside the others. */
function idleProblems({ uses = '', with: given = {} }: Step): string[] {
  const action = ACTIONS.find(({ path }) => `${OURS}${path}` === uses.split('@')[0])
  if (action === undefined) return []
  const facts = inputFacts(action.name)
  const value = (name: string): unknown => given[name] ?? facts.find((fact) => fact.name === name)?.default
  try {
    refuseIdleInputs(facts, (name) => (value(name) === undefined ? undefined : String(value(name))))
    return []
  } catch (error) {
    return [String(error)]
  }
}

const metadataOf = ({ uses = '' }: Step) => {
  const path = BY_USE.get(uses.split('@')[0] ?? '')
  return path === undefined ? undefined : readMetadata(path)
}

function stepProblems(step: Step): string[] {
  const { uses, with: given = {} } = step
  if (uses === undefined) return []
  const pinned = /^[\w./-]+@[0-9a-f]{40}$/.test(uses) ? [] : [`${uses} is not pinned by a full commit`]
  const metadata = metadataOf(step)
  if (metadata === undefined)
    return uses.startsWith(OURS) ? [...pinned, `${uses} is no action of ours`] : pinned
  const unknown = Object.keys(given).filter((name) => metadata.inputs[name] === undefined)
  const missing = Object.entries(metadata.inputs).filter(
    ([name, { required }]) => required === true && given[name] === undefined,
  )
  return [
    ...pinned,
    ...unknown.map((name) => `${uses} has no input ${name}`),
    ...missing.map(([name]) => `${uses} needs the input ${name}`),
    ...idleProblems(step),
  ]
}

/** Outputs in expressions must be outputs of the step with that id. */
function outputProblems(text: string, steps: readonly Step[]): string[] {
  return [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].flatMap(([, id = '', output = '']) => {
    const named = steps.find((step) => step.id === id)
    // What the author's own script or another's action sets is not known here.
    if (named !== undefined && named.uses?.startsWith(OURS) !== true) return []
    const metadata = metadataOf(named ?? {})
    return metadata?.outputs[output] === undefined ? [`there is no output ${output} of a step ${id}`] : []
  })
}

function identityProblems({ permissions = {}, steps }: Job): string[] {
  // What a job proves its identity for.
  const federated = steps.some(
    ({ with: given = {} }) =>
      given['key'] === 'keyless' ||
      ['workload-identity-provider', 'aws-role', 'azure-client-id', 'vault-role'].some(
        (input) => given[input] !== undefined,
      ),
  )
  return federated === (permissions['id-token'] === 'write')
    ? []
    : [`id-token: ${permissions['id-token'] ?? 'none'} does not fit what the steps need`]
}

/** Empty where the workflow can be copied as it is. */
export function workflowProblems(text: string): string[] {
  const workflow = parse(text)
  const jobs: Job[] = workflow.jobs === undefined ? [workflow] : Object.values(workflow.jobs)
  const widest = workflow.jobs !== undefined && JSON.stringify(workflow.permissions) !== '{}'
  return [
    ...(widest ? ['permissions at the top are not {}'] : []),
    ...jobs.flatMap((job) => [
      ...job.steps.flatMap(stepProblems),
      ...identityProblems(job),
      ...(job.permissions === undefined ? ['a job has no permissions of its own'] : []),
    ]),
    ...outputProblems(
      text,
      jobs.flatMap(({ steps }) => steps),
    ),
  ]
}
