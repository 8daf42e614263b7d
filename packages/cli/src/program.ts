// clawx: argv to use-cases.
import { readFileSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import { ClawError, ERRORS, printable } from '@open-claw/core'
import { readInputsFrom } from '@open-claw/runner'
import { signerInputs } from '@open-claw/signing'
import { diagnose } from './doctor.ts'
import { SIGNER_OPTIONS, type OptionFact } from './options.ts'
import { exitOf, jsonOf, readable, textOf } from './report.ts'

/** Where the program writes, and where it stands. */
export interface Surroundings {
  readonly folder: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

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

function optionOf({ name, value, help, list }: OptionFact): Option {
  const option = new Option(`--${name} <${value}>`, help)
  return list === true ? option.argParser(collect) : option
}

/** The values by option name; a list has one line for each value, as in an input. */
function valuesOf(command: Command): Map<string, string> {
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

/** Throws INPUT_INVALID. */
function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new ClawError(
      'INPUT_INVALID',
      `Option --vault-client-key-file: "${printable(path)}" is no file that can be read.`,
    )
  }
}

/** The inputs that the options stand for. The key of a client certificate comes from a file: arguments are there for all to read. */
function inputsOf(command: Command): Map<string, string> {
  const { vaultClientKeyFile: path } = command.opts<{ vaultClientKeyFile?: string }>()
  const values = valuesOf(command)
  return path === undefined ? values : values.set('vault-client-key', readKeyFile(path))
}

/** A failure before any check could run: one line, or JSON. */
function report(error: unknown, json: boolean, { out, err }: Surroundings): number {
  const code = error instanceof ClawError ? error.code : 'INTERNAL'
  const message = error instanceof ClawError ? error.message : 'Something unexpected failed.'
  const { remedy, exit } = ERRORS[code]
  if (json) out(`${JSON.stringify({ ok: false, error: { code, message, remedy } })}\n`)
  else err(`${code}: ${readable(message)} ${remedy}\n`)
  return exit
}

async function doctor(command: Command, surroundings: Surroundings): Promise<number> {
  const { json = false, sign = true } = command.opts<{ json?: boolean; sign?: boolean }>()
  try {
    readInputsFrom(inputsOf(command))
    const findings = await diagnose(signerInputs(surroundings.folder), { sign })
    surroundings.out(json ? jsonOf(findings) : textOf(findings))
    return exitOf(findings)
  } catch (error) {
    return report(error, json, surroundings)
  }
}

function programFor(surroundings: Surroundings, finish: (code: number) => void): Command {
  const program = new Command('clawx')
    .description('Governs what Open Claw signs.')
    .configureOutput({ writeOut: surroundings.out, writeErr: surroundings.err })
    .exitOverride()
  const command = program
    .command('doctor')
    .description(
      'Runs the checks of a signing step and explains each failure; signs nothing but a trial text',
    )
    .option('--json', 'print one JSON object')
    .option('--no-sign', 'do without the trial signature')
    .allowExcessArguments(false)
    .addHelpText('after', EXAMPLES)
  for (const fact of SIGNER_OPTIONS) command.addOption(optionOf(fact))
  command.option('--vault-client-key-file <path>', 'Vault: file with the key of that certificate')
  command.action(async () => finish(await doctor(command, surroundings)))
  return program
}

/** Runs `args`, without the names of node and of the script. The result is the exit code. */
export async function runProgram(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let code = 2
  try {
    await programFor(surroundings, (result) => {
      code = result
    }).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    // Help ends here too, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}
