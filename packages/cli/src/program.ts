// clawx: from argv to use-cases.
import { readFileSync } from 'node:fs'
import { Argument, Command, CommanderError, Option } from 'commander'
import { ClawError, printable, type Host } from '@open-claw/core'
import { withInputs } from '@open-claw/ci'
import { signerInputs } from '@open-claw/inputs'
import { doctorPorts, KEY_VENDORS } from '@open-claw/wiring'
import { completionScript } from './completion.ts'
import { COMMANDS, SIGNER_OPTIONS, type CommandFact, type OptionFact } from './options.ts'
import { diagnose } from '@open-claw/usecases'
import { commandError, findingsExit, findingsJson, findingsText } from '@open-claw/reports'
import type { Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'

const EXAMPLES = `
Examples:
  In a job with "permissions: id-token: write":
    clawx doctor --key gcpkms://projects/acme/locations/global/keyRings/release/cryptoKeys/release \\
      --workload-identity-provider projects/1/locations/global/workloadIdentityPools/github/providers/github
  On your own machine, with your own credentials:
    clawx doctor --credentials ambient --key awskms:///alias/release --aws-region eu-central-1
  For a script:
    clawx doctor --json --no-sign --key hashivault://release --vault-address https://vault.example:8200 --vault-role release

Exit codes: 0 all is well, 2 wrong use or configuration, 3 a service failed (try again).
`

const collect = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value]

function parserOption({ name, value, help, list }: OptionFact): Option {
  const option = new Option(value === undefined ? `--${name}` : `--${name} <${value}>`, help)
  return list === true ? option.argParser(collect) : option
}

/** Returns the values by option name; a list has one line for each value, as in an input. */
function givenValues(command: Command): Map<string, string> {
  const given: Record<string, unknown> = command.opts()
  return new Map(
    SIGNER_OPTIONS.flatMap(({ name }): [string, string][] => {
      const value = given[name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())]
      if (value === undefined) return []
      const lines: unknown[] = Array.isArray(value) ? value : [value]
      return [[name, lines.filter((line) => typeof line === 'string').join('\n')]]
    }),
  )
}

/** Reads the key file. Throws INPUT_INVALID. */
function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new ClawError(
      'INPUT_INVALID',
      `Option --vault-client-key-file: "${printable(path)}" cannot be read.`,
    )
  }
}

/** Returns the options as inputs. The key of a client certificate comes from a file: anyone can read arguments. */
function givenInputs(command: Command): Map<string, string> {
  const { vaultClientKeyFile: path } = command.opts<{ vaultClientKeyFile?: string }>()
  const values = givenValues(command)
  return path === undefined ? values : values.set('vault-client-key', readKeyFile(path))
}

/** One run of the program. */
interface ToolRun extends Surroundings {
  readonly host: Host
}

async function doctor(command: Command, { host, out, paint }: ToolRun): Promise<number> {
  const { json = false, sign = true } = command.opts<{ json?: boolean; sign?: boolean }>()
  const given = withInputs(host, givenInputs(command))
  const inputs = signerInputs(given, KEY_VENDORS)
  const request = { ...inputs, ambient: inputs.cloud.credentials === 'ambient', trial: sign }
  const findings = await diagnose(request, doctorPorts(inputs, given))
  out(json ? findingsJson(findings) : findingsText(findings, paint))
  return findingsExit(findings)
}

function addCommand(program: Command, { name, help, options, argument }: CommandFact): Command {
  const command = program.command(name).description(help).allowExcessArguments(false)
  for (const fact of options) command.addOption(parserOption(fact))
  return argument === undefined
    ? command
    : command.addArgument(new Argument('<shell>', argument.join(', ')).choices(argument))
}

/** Makes the parser. All that it prints goes to `say`: help and version, or what is wrong with the arguments. */
function programFor(run: ToolRun, say: (text: string) => void, finish: (code: number) => void): Command {
  const program = new Command('clawx')
    .description('Checks the set-up of a job that signs with Open Claw.')
    .version(VERSION)
    .configureOutput({ writeOut: say, writeErr: say, outputError: () => undefined })
    .exitOverride()
  const doctorCommand = addCommand(program, COMMANDS.doctor).addHelpText('after', EXAMPLES)
  doctorCommand.action(async () => finish(await doctor(doctorCommand, run)))
  addCommand(program, COMMANDS.completion).action((shell: string) => {
    run.out(completionScript(shell))
    finish(0)
  })
  return program
}

/** Says whether the parser ended because help or the version was asked for, and not for a mistake. */
function wasAskedFor({ code }: CommanderError, [first, second]: readonly string[]): boolean {
  if (code !== 'commander.help') return ['commander.helpDisplayed', 'commander.version'].includes(code)
  return (
    first === 'help' && (second === undefined || second.startsWith('-') || Object.hasOwn(COMMANDS, second))
  )
}

/** Says whether `--json` is given before `--`: after it there are no options. */
const asksForJson = (args: readonly string[]): boolean =>
  args.slice(0, args.includes('--') ? args.indexOf('--') : args.length).includes('--json')

/** Says what is wrong with the arguments, in the parser's words; its suggestion comes on a second line. */
function usageError({ code, message }: CommanderError, [first, second]: readonly string[]): ClawError {
  const told = message.replace(/^error: /, '').replace(/\n(?=\(Did you mean [^\n]*\?\)$)/, ' ')
  const helpless =
    first === 'help' && second !== undefined ? `unknown command '${second}'` : 'no command is named'
  const what = code === 'commander.help' ? helpless : told.replace(/\.$/, '')
  return new ClawError('INPUT_INVALID', `Arguments: ${what}.`, {
    remedy: 'Run "clawx help" for the commands and options.',
  })
}

/** Reports an error that ends the command. Returns the exit code. */
function reportError(error: unknown, json: boolean, surroundings: Surroundings): number {
  const { stream, text, exit } = commandError(error, json)
  surroundings[stream](text)
  return exit
}

/** Runs `args`, without the names of node and of the script. Returns the exit code. */
export async function runProgram(
  args: readonly string[],
  host: Host,
  surroundings: Surroundings,
): Promise<number> {
  const json = asksForJson(args)
  const said: string[] = []
  let code = 2
  const program = programFor(
    { ...surroundings, host },
    (text) => void said.push(text),
    (result) => {
      code = result
    },
  )
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(error, json, surroundings)
    if (!wasAskedFor(error, args)) return reportError(usageError(error, args), json, surroundings)
    surroundings.out(json ? `${JSON.stringify({ ok: true, text: said.join('') })}\n` : said.join(''))
    return 0
  }
}
