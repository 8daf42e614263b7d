import "./rolldown-runtime.mjs";
import { CREDENTIAL_SETS, KEY_VENDORS, runTool } from "./start.mjs";
import { Argument, Command, CommanderError, Option } from "./vendor-commander.mjs";
import { ClawError, printable } from "./core.mjs";
import { withInputs } from "./ci.mjs";
import { actionInputs, signerInputs } from "./inputs.mjs";
import { doctorPorts } from "./wiring-sign.mjs";
import { diagnose } from "./usecases-doctor.mjs";
import { commandError, findingsExit, findingsJson, findingsText } from "./reports.mjs";
import { readFileSync } from "node:fs";
import { styleText } from "node:util";
// packages/cli/src/options.ts
function optionFor({ name, type, option, choices = [] }) {
	if (option === void 0) return [];
	return [{
		name,
		...option,
		choices,
		...type === "list" ? { list: true } : {}
	}];
}
const SIGNER_OPTIONS = actionInputs("sign-artifact", CREDENTIAL_SETS).flatMap(optionFor);
const DOCTOR_OPTIONS = [
	{
		name: "json",
		help: "print one JSON object"
	},
	{
		name: "no-sign",
		help: "skip the trial signature"
	},
	...SIGNER_OPTIONS,
	{
		name: "vault-client-key-file",
		value: "path",
		help: "Vault: file with the key of that certificate"
	}
];
const SHELLS = [
	"bash",
	"zsh",
	"fish"
];
const COMMANDS = {
	doctor: {
		name: "doctor",
		help: "Runs the checks of a signing step and explains each failure; signs only a trial text",
		options: DOCTOR_OPTIONS
	},
	completion: {
		name: "completion",
		help: "Prints the completion script of a shell",
		options: [],
		argument: SHELLS
	}
};
// packages/cli/src/completion.ts
const FACTS = Object.values(COMMANDS);
const NAMES = [...FACTS.map(({ name }) => name), "help"];
const HELP = {
	name: "help",
	help: "display help for command"
};
const allOptions = ({ options }) => [...options, HELP];
/** Quotes with single quotes, in which none of the three shells expands anything. */
const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
/** Quotes for fish, which takes a backslash before a quote inside quotes. */
const fishQuoted = (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", String.raw`\'`)}'`;
/** Escapes brackets, colons and backslashes, which end the parts of a zsh specification. */
const zshPart = (text) => text.replaceAll(/[[\]:\\]/g, String.raw`\$&`);
const takesFile = ({ value }) => value === "path";
function bashCase(fact) {
	const files = fact.options.filter(takesFile).map(({ name }) => `${fact.name}:--${name}`);
	const values = fact.options.filter((option) => option.value !== void 0 && !takesFile(option));
	const words = [...fact.argument ?? [], ...allOptions(fact).map(({ name }) => `--${name}`)];
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
	const words = [...allOptions(fact).map(zshOption), ...fact.argument === void 0 ? [] : [quoted(`1:shell:(${fact.argument.join(" ")})`)]];
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
	...FACTS.flatMap((fact) => [...allOptions(fact).map((option) => fishOption(fact.name, option)), ...(fact.argument ?? []).map((word) => `complete -c clawx -n '__fish_seen_subcommand_from ${fact.name}' -a ${word}`)]),
	""
].join("\n");
const SCRIPTS = {
	bash,
	zsh,
	fish
};
/** Returns the script of a shell; empty for an unknown one, which the parser has already refused. */
function completionScript(name) {
	const shell = SHELLS.find((known) => known === name);
	return shell === void 0 ? "" : SCRIPTS[shell]();
}
// packages/cli/src/version.ts
/** As in package.json, which is not always beside dist/; a test compares the two. */
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
function parserOption({ name, value, help, list }) {
	const option = new Option(value === void 0 ? `--${name}` : `--${name} <${value}>`, help);
	return list === true ? option.argParser(collect) : option;
}
/** Returns the values by option name; a list has one line for each value, as in an input. */
function givenValues(command) {
	const given = command.opts();
	return new Map(SIGNER_OPTIONS.flatMap(({ name }) => {
		const value = given[name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase())];
		if (value === void 0) return [];
		return [[name, (Array.isArray(value) ? value : [value]).filter((line) => typeof line === "string").join("\n")]];
	}));
}
/** Reads the key file. Throws INPUT_INVALID. */
function readKeyFile(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		throw new ClawError("INPUT_INVALID", `Option --vault-client-key-file: "${printable(path)}" cannot be read.`);
	}
}
/** Returns the options as inputs. The key of a client certificate comes from a file: anyone can read arguments. */
function givenInputs(command) {
	const { vaultClientKeyFile: path } = command.opts();
	const values = givenValues(command);
	return path === void 0 ? values : values.set("vault-client-key", readKeyFile(path));
}
async function doctor(command, { host, out, paint }) {
	const { json = false, sign = true } = command.opts();
	const given = withInputs(host, givenInputs(command));
	const inputs = signerInputs(given, KEY_VENDORS);
	const request = {
		...inputs,
		ambient: inputs.cloud.credentials === "ambient",
		trial: sign
	};
	const findings = await diagnose(request, doctorPorts(inputs, given));
	out(json ? findingsJson(findings) : findingsText(findings, paint));
	return findingsExit(findings);
}
function addCommand(program, { name, help, options, argument }) {
	const command = program.command(name).description(help).allowExcessArguments(false);
	for (const fact of options) command.addOption(parserOption(fact));
	return argument === void 0 ? command : command.addArgument(new Argument("<shell>", argument.join(", ")).choices(argument));
}
/** Makes the parser. All that it prints goes to `say`: help and version, or what is wrong with the arguments. */
function programFor(run, say, finish) {
	const program = new Command("clawx").description("Checks the set-up of a job that signs with Open Claw.").version(VERSION).configureOutput({
		writeOut: say,
		writeErr: say,
		outputError: () => void 0
	}).exitOverride();
	const doctorCommand = addCommand(program, COMMANDS.doctor).addHelpText("after", EXAMPLES);
	doctorCommand.action(async () => finish(await doctor(doctorCommand, run)));
	addCommand(program, COMMANDS.completion).action((shell) => {
		run.out(completionScript(shell));
		finish(0);
	});
	return program;
}
/** Says whether the parser ended because help or the version was asked for, and not for a mistake. */
function wasAskedFor({ code }, [first, second]) {
	if (code !== "commander.help") return ["commander.helpDisplayed", "commander.version"].includes(code);
	return first === "help" && (second === void 0 || second.startsWith("-") || Object.hasOwn(COMMANDS, second));
}
/** Says whether `--json` is given before `--`: after it there are no options. */
const asksForJson = (args) => args.slice(0, args.includes("--") ? args.indexOf("--") : args.length).includes("--json");
/** Says what is wrong with the arguments, in the parser's words; its suggestion comes on a second line. */
function usageError({ code, message }, [first, second]) {
	const told = message.replace(/^error: /, "").replace(/\n(?=\(Did you mean [^\n]*\?\)$)/, " ");
	const helpless = first === "help" && second !== void 0 ? `unknown command '${second}'` : "no command is named";
	const what = code === "commander.help" ? helpless : told.replace(/\.$/, "");
	return new ClawError("INPUT_INVALID", `Arguments: ${what}.`, { remedy: "Run \"clawx help\" for the commands and options." });
}
/** Reports an error that ends the command. Returns the exit code. */
function reportError(error, json, surroundings) {
	const { stream, text, exit } = commandError(error, json);
	surroundings[stream](text);
	return exit;
}
/** Runs `args`, without the names of node and of the script. Returns the exit code. */
async function runProgram(args, host, surroundings) {
	const json = asksForJson(args);
	const said = [];
	let code = 2;
	const program = programFor({
		...surroundings,
		host
	}, (text) => void said.push(text), (result) => {
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
/** Runs the program in this process. */
const clawx = () => runTool((host) => runProgram(process.argv.slice(2), host, {
	out: (text) => void process.stdout.write(text),
	err: (text) => void process.stderr.write(text),
	paint: (style, text) => styleText(style, text, { stream: process.stdout })
}));
export { clawx };
