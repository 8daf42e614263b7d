import "./rolldown-runtime.mjs";
import { readInputsFrom, runTool } from "./ci.mjs";
import { Argument, Command, CommanderError, Option } from "./vendor-commander.mjs";
import { ClawError, printable } from "./core.mjs";
import { COMMANDS, SHELLS, SIGNER_OPTIONS, signerInputs } from "./inputs.mjs";
import { diagnose } from "./usecases.mjs";
import { exitOf, jsonOf, reportError, textOf } from "./reports.mjs";
import { readFileSync } from "node:fs";
import { styleText } from "node:util";
// packages/cli/src/completion.ts
const FACTS = Object.values(COMMANDS);
const NAMES = [...FACTS.map(({ name }) => name), "help"];
const HELP = {
	name: "help",
	help: "display help for command"
};
const optionsOf = ({ options }) => [...options, HELP];
/** In single quotes no shell of the three expands anything. */
const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
/** fish takes a backslash before a quote inside of quotes. */
const fishQuoted = (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", String.raw`\'`)}'`;
/** Brackets, colons and backslashes end the parts of a zsh specification. */
const zshPart = (text) => text.replaceAll(/[[\]:\\]/g, String.raw`\$&`);
const takesFile = ({ value }) => value === "path";
function bashCase(fact) {
	const files = fact.options.filter(takesFile).map(({ name }) => `${fact.name}:--${name}`);
	const values = fact.options.filter((option) => option.value !== void 0 && !takesFile(option));
	const words = [...fact.argument ?? [], ...optionsOf(fact).map(({ name }) => `--${name}`)];
	return [
		...files.length === 0 ? [] : [`${files.join("|")}) compopt -o default; COMPREPLY=(); return ;;`],
		...values.map(({ name, choices = [] }) => `${fact.name}:--${name}) words=${quoted(choices.join(" "))} ;;`),
		`${fact.name}:*) words=${quoted(words.join(" "))} ;;`
	].map((line) => `      ${line}`).join("\n");
}
const bash = () => `# bash completion for clawx: source <(clawx completion bash)
_clawx() {
  local word=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -le 1 ]; then
    words=${quoted([
	...NAMES,
	"--help",
	"--version"
].join(" "))}
  else
    case "\${COMP_WORDS[1]}:\${COMP_WORDS[COMP_CWORD-1]}" in
${FACTS.map(bashCase).join("\n")}
      help:*) words=${quoted(FACTS.map(({ name }) => name).join(" "))} ;;
      *) words= ;;
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _clawx clawx
`;
function zshOption(option) {
	const { name, value, help, list, choices = [] } = option;
	const action = takesFile(option) ? "_files" : choices.length === 0 ? " " : `(${choices.join(" ")})`;
	const end = value === void 0 ? "" : `:${zshPart(value)}:${action}`;
	return quoted(`${list === true ? "*" : ""}--${name}[${zshPart(help)}]${end}`);
}
function zshCase(fact) {
	const words = [...optionsOf(fact).map(zshOption), ...fact.argument === void 0 ? [] : [quoted(`1:shell:(${fact.argument.join(" ")})`)]];
	return `    ${fact.name})\n      _arguments ${words.join(" \\\n        ")}\n      ;;`;
}
const zsh = () => `#compdef clawx
# zsh completion for clawx: clawx completion zsh > "\${fpath[1]}/_clawx"
_clawx() {
  if (( CURRENT == 2 )); then
    _values command ${FACTS.map(({ name, help }) => quoted(`${name}[${zshPart(help)}]`)).join(" ")} 'help[display help for command]'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${FACTS.map(zshCase).join("\n")}
  esac
}
if [ "$funcstack[1]" = "_clawx" ]; then _clawx "$@"; else compdef _clawx clawx; fi
`;
function fishOption(command, option) {
	const { name, value, help, choices = [] } = option;
	return `complete -c clawx -n '__fish_seen_subcommand_from ${command}' -l ${name}${value === void 0 ? "" : takesFile(option) ? " -r -F" : ` -x -a ${fishQuoted(choices.join(" "))}`} -d ${fishQuoted(help)}`;
}
const fish = () => [
	"# fish completion for clawx: clawx completion fish > ~/.config/fish/completions/clawx.fish",
	"complete -c clawx -f",
	...FACTS.map(({ name, help }) => `complete -c clawx -n __fish_use_subcommand -a ${name} -d ${fishQuoted(help)}`),
	...FACTS.flatMap((fact) => [...optionsOf(fact).map((option) => fishOption(fact.name, option)), ...(fact.argument ?? []).map((word) => `complete -c clawx -n '__fish_seen_subcommand_from ${fact.name}' -a ${word}`)]),
	""
].join("\n");
const SCRIPTS = {
	bash,
	zsh,
	fish
};
/** The script of a shell; empty for one that is not known, which the parser has refused before. */
function completionScript(name) {
	const shell = SHELLS.find((known) => known === name);
	return shell === void 0 ? "" : SCRIPTS[shell]();
}
// packages/cli/src/version.ts
/** As in package.json, which is not beside dist/ everywhere; a test compares the two. */
const VERSION = "0.1.0";
// packages/cli/src/program.ts
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
`;
const collect = (value, earlier = []) => [...earlier, value];
function optionOf({ name, value, help, list }) {
	const option = new Option(value === void 0 ? `--${name}` : `--${name} <${value}>`, help);
	return list === true ? option.argParser(collect) : option;
}
/** The values by option name; a list has one line for each value, as in an input. */
function valuesOf(command) {
	const given = command.opts();
	return new Map(SIGNER_OPTIONS.flatMap(({ name }) => {
		const value = given[name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase())];
		if (value === void 0) return [];
		return [[name, (Array.isArray(value) ? value : [value]).filter((line) => typeof line === "string").join("\n")]];
	}));
}
/** Throws INPUT_INVALID. */
function readKeyFile(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		throw new ClawError("INPUT_INVALID", `Option --vault-client-key-file: "${printable(path)}" is no file that can be read.`);
	}
}
/** The inputs that the options stand for. The key of a client certificate comes from a file: arguments are there for all to read. */
function inputsOf(command) {
	const { vaultClientKeyFile: path } = command.opts();
	const values = valuesOf(command);
	return path === void 0 ? values : values.set("vault-client-key", readKeyFile(path));
}
async function doctor(command, surroundings) {
	const { json = false, sign = true } = command.opts();
	readInputsFrom(inputsOf(command));
	const findings = await diagnose(signerInputs(surroundings.folder), { sign });
	surroundings.out(json ? jsonOf(findings) : textOf(findings, surroundings.paint));
	return exitOf(findings);
}
function commandOf(program, { name, help, options, argument }) {
	const command = program.command(name).description(help).allowExcessArguments(false);
	for (const fact of options) command.addOption(optionOf(fact));
	return argument === void 0 ? command : command.addArgument(new Argument("<shell>", argument.join(", ")).choices(argument));
}
/** Everything that the parser would print goes to `say`: help and version, or what is wrong with the arguments. */
function programFor(surroundings, say, finish) {
	const program = new Command("clawx").description("Checks the set-up of a job that signs with Open Claw.").version(VERSION).configureOutput({
		writeOut: say,
		writeErr: say,
		outputError: () => void 0
	}).exitOverride();
	const doctorCommand = commandOf(program, COMMANDS.doctor).addHelpText("after", EXAMPLES);
	doctorCommand.action(async () => finish(await doctor(doctorCommand, surroundings)));
	commandOf(program, COMMANDS.completion).action((shell) => {
		surroundings.out(completionScript(shell));
		finish(0);
	});
	return program;
}
/** Whether the parser ended because help or the version was asked for, and not for a mistake. */
function wasAskedFor({ code }, [first, second]) {
	if (code !== "commander.help") return ["commander.helpDisplayed", "commander.version"].includes(code);
	return first === "help" && (second === void 0 || second.startsWith("-") || Object.hasOwn(COMMANDS, second));
}
/** Before `--`, that is: what comes after is no option. */
const asksForJson = (args) => args.slice(0, args.includes("--") ? args.indexOf("--") : args.length).includes("--json");
/** What is wrong with the arguments, in the words of the parser; a suggestion of its own stands on a second line. */
function usageError({ code, message }, [first, second]) {
	const told = message.replace(/^error: /, "").replace(/\n(?=\(Did you mean [^\n]*\?\)$)/, " ");
	const helpless = first === "help" && second !== void 0 ? `unknown command '${second}'` : "no command is named";
	const what = code === "commander.help" ? helpless : told.replace(/\.$/, "");
	return new ClawError("INPUT_INVALID", `Arguments: ${what}.`, { remedy: "Run \"clawx help\" for what there is." });
}
/** Runs `args`, without the names of node and of the script. The result is the exit code. */
async function runProgram(args, surroundings) {
	const json = asksForJson(args);
	const said = [];
	let code = 2;
	const program = programFor(surroundings, (text) => void said.push(text), (result) => {
		code = result;
	});
	try {
		await program.parseAsync(args, { from: "user" });
		return code;
	} catch (error) {
		if (!(error instanceof CommanderError)) return reportError(error, json, surroundings);
		if (!wasAskedFor(error, args)) return reportError(usageError(error, args), json, surroundings);
		surroundings.out(json ? `${JSON.stringify({
			ok: true,
			text: said.join("")
		})}\n` : said.join(""));
		return 0;
	}
}
// packages/cli/src/clawx.ts
/** The program, with the process around it. */
const clawx = () => runTool(() => runProgram(process.argv.slice(2), {
	folder: process.cwd(),
	out: (text) => void process.stdout.write(text),
	err: (text) => void process.stderr.write(text),
	paint: (style, text) => styleText(style, text, { stream: process.stdout })
}));
export { clawx };
