import "./rolldown-runtime.mjs";
import { admitEvent, hasEvent, jobClock, runEvent, runTool } from "./runner.mjs";
import { Argument, Command, CommanderError, Option } from "./vendor-commander.mjs";
import { ALGORITHMS, ClawError, ERRORS, errorAddress, errorLine, keyScheme, printable, printableText, toldError, vaultKeyName } from "./core.mjs";
import { readInputsFrom } from "./runner-inputs.mjs";
import { signerInputs } from "./signing-inputs.mjs";
import { signMessage } from "./core-sign.mjs";
import { openSession } from "./cloud.mjs";
import { checkDestination } from "./evidence.mjs";
import { jobClaims, openKey, probeAuthority, signingServices } from "./signing.mjs";
import { fulcioKey, witnessOf } from "./sigstore-sign.mjs";
import { readFileSync } from "node:fs";
import { styleText } from "node:util";
// packages/cli/src/options.ts
const option = (name, value, help, choices) => choices === void 0 ? {
	name,
	value,
	help
} : {
	name,
	value,
	help,
	choices
};
const SIGNER_OPTIONS = [
	option("key", "uri", "key that signs: gcpkms://, awskms://, azurekms:// or hashivault://, or keyless", ["keyless"]),
	option("key-algorithm", "name", "where the key allows several, as in rsa-pss-3072-sha256", Object.keys(ALGORITHMS)),
	option("key-endpoint", "url", "endpoint of the key service"),
	{
		name: "allow-events",
		value: "event",
		help: "further event that may use the key, whoever starts it",
		list: true
	},
	option("push-to", "destination", "where bundles would go: file: or file:<folder>"),
	option("credentials", "kind", "workload-identity (the job) or ambient (this machine)", ["workload-identity", "ambient"]),
	option("oidc-issuer", "url", "issuer of the token of the job"),
	option("workload-identity-provider", "name", "Google: projects/N/locations/global/workloadIdentityPools/P/providers/R"),
	option("service-account", "email", "Google: account to impersonate"),
	option("sts-endpoint", "url", "Google: endpoint of the security token service"),
	option("iam-endpoint", "url", "Google: endpoint of the service account credentials API"),
	option("aws-role", "arn", "AWS: role to assume"),
	option("aws-region", "name", "AWS: region of a key named by alias or id"),
	option("aws-audience", "text", "AWS: audience of the token that STS is shown"),
	option("aws-sts-endpoint", "url", "AWS: endpoint of STS"),
	option("azure-tenant-id", "id", "Azure: directory (tenant) id"),
	option("azure-client-id", "id", "Azure: application (client) id"),
	option("azure-login-endpoint", "url", "Azure: endpoint of Microsoft Entra ID"),
	option("vault-address", "url", "Vault: address"),
	option("vault-namespace", "path", "Vault: namespace"),
	option("vault-role", "name", "Vault: role of the JWT login"),
	option("vault-auth-path", "path", "Vault: path of the JWT login"),
	option("vault-audience", "text", "Vault: audience of the token that it is shown"),
	option("vault-transit-path", "path", "Vault: path of the transit engine"),
	option("vault-ca", "pem", "Vault: further certificate authorities"),
	option("vault-client-certificate", "pem", "Vault: client certificate"),
	option("certificate-authority", "authority", "for --key keyless: public, github or a URL", ["public", "github"]),
	{
		...option("timestamp-authority", "authority", "a URL, public, github or none; may be repeated", [
			"public",
			"github",
			"none"
		]),
		list: true
	},
	option("transparency-log", "log", "none, public or a URL", ["none", "public"]),
	option("transparency-log-version", "number", "API of a log named by URL: 1 or 2", ["1", "2"]),
	option("allow-public-log", "boolean", "true lets a private repository be written to a public log", ["true", "false"]),
	option("signing-config", "path", "a signing config as cosign reads it")
];
const DOCTOR_OPTIONS = [
	{
		name: "json",
		help: "print one JSON object"
	},
	{
		name: "no-sign",
		help: "do without the trial signature"
	},
	...SIGNER_OPTIONS,
	option("vault-client-key-file", "path", "Vault: file with the key of that certificate")
];
const SHELLS = [
	"bash",
	"zsh",
	"fish"
];
const COMMANDS = {
	doctor: {
		name: "doctor",
		help: "Runs the checks of a signing step and explains each failure; signs nothing but a trial text",
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
// packages/cli/src/doctor.ts
/** Signed to prove a permission. It is no encoding of an envelope, and the signature is not kept. */
const TRIAL = Buffer.from("Open Claw doctor: this signature proves a permission and nothing else.\n");
/** What signing takes, in the words of each cloud. */
const PERMISSIONS = {
	gcpkms: () => "cloudkms.cryptoKeyVersions.useToSign",
	awskms: () => "kms:Sign",
	azurekms: () => "keys/sign",
	hashivault: (uri, { vault }) => `update on ${vault.transitPath}/sign/${vaultKeyName(uri).key}`
};
/** Whom the cloud sees, as far as it is known here. */
const PRINCIPALS = {
	gcpkms: ({ google }, subject) => google.serviceAccount ?? google.provider?.replace(/^(.*)\/providers\/.*$/, (_, pool) => `principal://iam.googleapis.com/${pool}/subject/${subject}`),
	awskms: ({ aws }) => aws.role,
	azurekms: ({ azure }) => azure.clientId === void 0 ? void 0 : `the application ${azure.clientId}`,
	hashivault: ({ vault }) => vault.role === void 0 ? void 0 : `the role ${vault.role}`
};
async function subjectOf(claims) {
	return claims().then(({ subject }) => subject, () => "unknown");
}
/** A key that opens and does not sign: what the service says of it, and who needs what. It need not be the permission that lacks. */
async function explainForbidden({ message }, uri, cloud, claims) {
	const scheme = keyScheme(uri);
	const subject = await subjectOf(claims);
	return `${message} The key exists; to sign with it, ${(cloud.credentials === "ambient" ? void 0 : PRINCIPALS[scheme](cloud, subject)) ?? "the identity of this machine"} needs ${PERMISSIONS[scheme](uri, cloud)}; the sub of your token is ${subject}.`;
}
function failed(check, error, detail) {
	if (!(error instanceof ClawError)) throw error;
	return {
		check,
		status: "failed",
		detail: detail ?? error.message,
		code: error.code,
		remedy: error.remedy,
		address: errorAddress(error.code)
	};
}
const skipped = (check, detail) => ({
	check,
	status: "skipped",
	detail
});
/** Runs `look`, whose text is what was found. */
async function find(check, look) {
	try {
		return {
			check,
			status: "ok",
			detail: await look()
		};
	} catch (error) {
		return failed(check, error);
	}
}
async function identity(claims, cloud) {
	const finding = await find("identity", async () => {
		const { subject, issuer, repositoryVisibility } = await claims();
		return `sub ${subject}, issuer ${issuer}, ${repositoryVisibility} repository`;
	});
	return finding.code === "OIDC_UNAVAILABLE" && cloud.credentials === "ambient" ? skipped("identity", "There is no job here; the credentials of this machine are used.") : finding;
}
async function trial(inputs, key, claims) {
	try {
		await signMessage(key, TRIAL);
		return {
			check: "signature",
			status: "ok",
			detail: "A trial signature verifies; it was not kept."
		};
	} catch (error) {
		return failed("signature", error, error instanceof ClawError && error.code === "KEY_FORBIDDEN" ? await explainForbidden(error, key.uri, inputs.cloud, claims) : void 0);
	}
}
/** Whether the log can hold what the key signs. The log itself is not asked: that would write to it. */
function logFor(key, { log }) {
	return find("log", async () => {
		if (log === void 0) return "No log is named.";
		witnessOf({
			timestampAuthorities: [],
			log,
			clock: jobClock
		}).check(key, "envelope");
		return `${log.url.href} can hold what this key signs; it was not asked, since that would write to it.`;
	});
}
const describeKey = ({ uri, algorithm, protectionLevel }) => `${uri}, ${algorithm}, ${protectionLevel}`;
async function cloudKey(inputs, session, claims, { services, sign }) {
	let key;
	try {
		key = await openKey(session, inputs.key, inputs.keyAlgorithm);
	} catch (error) {
		return [failed("key", error), skipped("signature", "There is no key to sign with.")];
	}
	return [
		{
			check: "key",
			status: "ok",
			detail: describeKey(key)
		},
		sign ? await trial(inputs, key, claims) : skipped("signature", "--no-sign was given."),
		await logFor(key, services)
	];
}
async function certifiedKey(url, session, sign) {
	if (!sign) return [skipped("certificate", "--no-sign was given.")];
	return [await find("certificate", async () => {
		const certified = await fulcioKey({
			url,
			identity: session.identity,
			clock: jobClock
		});
		certified.drop();
		return `${url.host} certified this job for ${certified.key.algorithm}.`;
	})];
}
async function authorities({ timestampAuthorities }) {
	const times = await Promise.all(timestampAuthorities.map((url) => find(`timestamp ${url.host}`, async () => {
		await probeAuthority(url);
		return `${url.href} answers.`;
	})));
	return times.length === 0 ? [skipped("timestamp", "No authority is named: signatures will carry no trusted time.")] : times;
}
async function withServices(inputs, session, claims, sign) {
	let services;
	try {
		services = await signingServices(inputs, claims);
	} catch (error) {
		return [failed("services", error)];
	}
	const { certificateAuthority } = services;
	const key = certificateAuthority === void 0 ? cloudKey(inputs, session, claims, {
		services,
		sign
	}) : certifiedKey(certificateAuthority, session, sign);
	return (await Promise.all([key, authorities(services)])).flat();
}
/** Gives back what was borrowed; told of only where it failed. */
async function ended(session) {
	const finding = await find("session", async () => {
		await session.end();
		return "";
	});
	return finding.status === "failed" ? [finding] : [];
}
/** Told of only in a workflow. An event that gets no key gets no trial signature either. */
async function startedBy({ allowEvents }) {
	if (!hasEvent()) return [];
	return [await find("event", async () => admitEvent(runEvent(), allowEvents).name)];
}
/** Runs every check; those that do not need each other, in parallel. Never throws a ClawError. */
async function diagnose(inputs, options) {
	const event = await startedBy(inputs);
	const isRefused = event.some(({ status }) => status === "failed");
	const session = openSession(inputs.cloud, "sign");
	const claims = jobClaims(session.identity, inputs.cloud.oidcIssuer);
	const [who, services, destination] = await Promise.all([
		identity(claims, inputs.cloud),
		isRefused ? [skipped("key", "The event that started this run may not use it.")] : withServices(inputs, session, claims, options.sign),
		find("destination", async () => {
			await checkDestination(inputs.destination);
			return inputs.destination.folder ?? "beside the artifacts";
		})
	]);
	return [
		...event,
		who,
		...services,
		destination,
		...await ended(session)
	];
}
// packages/cli/src/report.ts
const MARKS = {
	ok: {
		mark: "ok     ",
		style: "green"
	},
	failed: {
		mark: "FAILED ",
		style: "red"
	},
	skipped: {
		mark: "skipped",
		style: "dim"
	}
};
/** One line for each finding, and under a failure what to do. */
function textOf(findings, paint) {
	return `${findings.flatMap(({ check, status, detail, code, remedy, address }) => [`${paint(MARKS[status].style, MARKS[status].mark)}  ${check}: ${printableText(detail)}`, ...code === void 0 ? [] : [`           ${code}: ${remedy ?? ""} ${address ?? ""}`]]).join("\n")}\n`;
}
/** `{"ok":…,"findings":[…]}` and a line break. */
function jsonOf(findings) {
	return `${JSON.stringify({
		ok: exitOf(findings) === 0,
		findings
	})}\n`;
}
/** 0, or the gravest of the failures: wrong configuration (2) before what may pass (3). */
function exitOf(findings) {
	const exits = findings.flatMap(({ code }) => code === void 0 ? [] : [ERRORS[code].exit]);
	return exits.length === 0 ? 0 : Math.min(...exits);
}
/** Tells of an error that ends the command: one line, or one JSON document. The result is the exit code. */
function reportError(error, json, { out, err }) {
	const known = error instanceof ClawError ? error : new ClawError("INTERNAL", "Something unexpected failed.");
	if (json) out(`${JSON.stringify({
		ok: false,
		error: toldError(known)
	})}\n`);
	else err(`${errorLine(known)}\n`);
	return known.exit;
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
