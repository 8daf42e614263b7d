// Shell completion, made from the table of commands and options. Every word in a script comes from that table
// and is quoted for its shell; nothing is run while the user completes.
import { COMMANDS, SHELLS, type CommandFact, type OptionFact, type Shell } from './options.ts'

const FACTS: readonly CommandFact[] = Object.values(COMMANDS)
const NAMES = [...FACTS.map(({ name }) => name), 'help']
const HELP: OptionFact = { name: 'help', help: 'display help for command' }
const allOptions = ({ options }: CommandFact): readonly OptionFact[] => [...options, HELP]

/** Quotes with single quotes, in which none of the three shells expands anything. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
/** Quotes for fish, which takes a backslash before a quote inside quotes. */
const fishQuoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`
/** Escapes brackets, colons and backslashes, which end the parts of a zsh specification. */
const zshPart = (text: string): string => text.replaceAll(/[[\]:\\]/g, String.raw`\$&`)

const takesFile = ({ value }: OptionFact): boolean => value === 'path'

function bashCase(fact: CommandFact): string {
  const files = fact.options.filter(takesFile).map(({ name }) => `${fact.name}:--${name}`)
  const values = fact.options.filter((option) => option.value !== undefined && !takesFile(option))
  const words = [...(fact.argument ?? []), ...allOptions(fact).map(({ name }) => `--${name}`)]
  return [
    ...(files.length === 0 ? [] : [`${files.join('|')}) compopt -o default; COMPREPLY=(); return ;;`]),
    ...values.map(
      ({ name, choices = [] }) => `${fact.name}:--${name}) words=${quoted(choices.join(' '))} ;;`,
    ),
    `${fact.name}:*) words=${quoted(words.join(' '))} ;;`,
  ]
    .map((line) => `      ${line}`)
    .join('\n')
}

const bash = (): string => `# bash completion for clawx: source <(clawx completion bash)
_clawx() {
  local word=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -le 1 ]; then
    words=${quoted([...NAMES, '--help', '--version'].join(' '))}
  else
    case "\${COMP_WORDS[1]}:\${COMP_WORDS[COMP_CWORD-1]}" in
${FACTS.map(bashCase).join('\n')}
      help:*) words=${quoted(FACTS.map(({ name }) => name).join(' '))} ;;
      *) words= ;;
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _clawx clawx
`

function zshOption(option: OptionFact): string {
  const { name, value, help, list, choices = [] } = option
  const action = takesFile(option) ? '_files' : choices.length === 0 ? ' ' : `(${choices.join(' ')})`
  const end = value === undefined ? '' : `:${zshPart(value)}:${action}`
  return quoted(`${list === true ? '*' : ''}--${name}[${zshPart(help)}]${end}`)
}

function zshCase(fact: CommandFact): string {
  const words = [
    ...allOptions(fact).map(zshOption),
    ...(fact.argument === undefined ? [] : [quoted(`1:shell:(${fact.argument.join(' ')})`)]),
  ]
  return `    ${fact.name})\n      _arguments ${words.join(' \\\n        ')}\n      ;;`
}

const zsh = (): string => `#compdef clawx
# zsh completion for clawx: clawx completion zsh > "\${fpath[1]}/_clawx"
_clawx() {
  if (( CURRENT == 2 )); then
    _values command ${FACTS.map(({ name, help }) => quoted(`${name}[${zshPart(help)}]`)).join(' ')} 'help[display help for command]'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${FACTS.map(zshCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_clawx" ]; then _clawx "$@"; else compdef _clawx clawx; fi
`

function fishOption(command: string, option: OptionFact): string {
  const { name, value, help, choices = [] } = option
  const argument =
    value === undefined ? '' : takesFile(option) ? ' -r -F' : ` -x -a ${fishQuoted(choices.join(' '))}`
  return `complete -c clawx -n '__fish_seen_subcommand_from ${command}' -l ${name}${argument} -d ${fishQuoted(help)}`
}

const fish = (): string =>
  [
    '# fish completion for clawx: clawx completion fish > ~/.config/fish/completions/clawx.fish',
    'complete -c clawx -f',
    ...FACTS.map(
      ({ name, help }) => `complete -c clawx -n __fish_use_subcommand -a ${name} -d ${fishQuoted(help)}`,
    ),
    ...FACTS.flatMap((fact) => [
      ...allOptions(fact).map((option) => fishOption(fact.name, option)),
      ...(fact.argument ?? []).map(
        (word) => `complete -c clawx -n '__fish_seen_subcommand_from ${fact.name}' -a ${word}`,
      ),
    ]),
    '',
  ].join('\n')

const SCRIPTS = { bash, zsh, fish } as const satisfies Record<Shell, () => string>

/** Returns the script of a shell; empty for an unknown one, which the parser has already refused. */
export function completionScript(name: string): string {
  const shell = SHELLS.find((known) => known === name)
  return shell === undefined ? '' : SCRIPTS[shell]()
}
