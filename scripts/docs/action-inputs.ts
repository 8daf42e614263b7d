// Formats the inputs of an action from the one table: for its action.yml, and for the table of its page.
import type { InputFact } from '@open-claw/core'
import { actionInputs, type ActionName } from '@open-claw/inputs'
import { CREDENTIAL_SETS } from '@open-claw/wiring'
import { code, table } from './marked-sections.ts'

export const inputFacts = (action: ActionName): InputFact[] => actionInputs(action, CREDENTIAL_SETS)

/** Quotes a scalar: in single quotes, only the quote itself has a meaning. */
const scalar = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`)

function inputYaml({ name, description, required, default: value }: InputFact): string {
  return [
    `  ${name}:`,
    `    description: ${scalar(description)}`,
    ...(required === true ? ['    required: true'] : []),
    ...(value === undefined ? [] : [`    default: ${scalar(value)}`]),
  ].join('\n')
}

/** Makes the section `inputs` of action.yml. */
export const inputsYaml = (action: ActionName): string =>
  ['inputs:', ...inputFacts(action).map(inputYaml)].join('\n')

/** Makes the table of inputs for a page. */
export const inputTable = (action: ActionName): string =>
  table(
    ['Input', 'Required', 'Default', 'Meaning'],
    inputFacts(action).map(({ name, description, required, default: value }) => [
      code(name),
      required === true ? 'yes' : '',
      value === undefined ? '' : code(value),
      description,
    ]),
  )
