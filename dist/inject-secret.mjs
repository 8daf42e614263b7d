import "./rolldown-runtime.mjs";
import { ANSWER_FILES, admitEvent, admitMachineCredentials, annotate, codeText, eventNote, exportVariables, folded, jobClock, jobEnvironment, jobIdentityTokens, jsonBlock, markdownTable, maskValue, parseEvents, parseShell, plural, runAction, runEvent, runScript, setOutputs, shortName, watchStepFiles, writeSummary } from "./runner.mjs";
import { ClawError, errorLine, parseEndpoint } from "./core.mjs";
import { fetchSecrets, googleSecretStore, parseSecretRequests, redactorsFor } from "./secrets.mjs";
import { ambientGoogle, googleWorkloadIdentity, parseServiceAccount, parseWorkloadIdentityProvider } from "./identity.mjs";
import { choiceInput, listInput, optionalInput, requiredInput } from "./runner-inputs.mjs";
import { once } from "node:events";
// actions/inject-secret/src/child-environment.ts
const WITHHELD = [
	{
		names: ["ACTIONS_*"],
		reason: "tokens of the job: whoever holds them can mint its identity or write to its cache and artifacts"
	},
	{
		names: ["INPUT_*", "STATE_*"],
		reason: "inputs and state of this action"
	},
	{
		names: ANSWER_FILES,
		reason: "files that outlive the command: a secret in them passes the redactor by, and a line in them steers later steps"
	}
];
const isWithheld = (name) => WITHHELD.some(({ names }) => names.some((pattern) => pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
/**
* `environment` without what is withheld, plus `secrets`. Names are compared without case, as Windows
* does: a variable that differs from a secret's name in case alone would hide the secret there.
*/
function childEnvironment(environment, secrets) {
	const replaced = new Set(Object.keys(secrets).map((name) => name.toUpperCase()));
	const defined = Object.entries(environment).filter(([name]) => {
		const folded = name.toUpperCase();
		return !isWithheld(folded) && !replaced.has(folded);
	}).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]);
	return {
		...Object.fromEntries(defined),
		...secrets
	};
}
// actions/inject-secret/src/summary.ts
/** From this many on, the list is folded. */
const FOLDED_FROM = 11;
/** References that fit beside a name and a version. */
const REFERENCE_COLUMN = 52;
const NAME_COLUMN = 26;
const TO = {
	exec: "for one script",
	output: "as outputs of this step",
	env: "as variables of every later step"
};
function headline(count, delivery, exitCode) {
	const what = `${plural(count, "secret")} ${TO[delivery]}`;
	return exitCode === 0 ? `## ✅ ${what}` : `## ❌ The script ended with exit code ${exitCode}; it had ${what}`;
}
function lines(secrets) {
	const [only, ...others] = secrets;
	if (only !== void 0 && others.length === 0) return [
		`- **Name** ${codeText(only.request.name)}`,
		`- **Reference** ${codeText(only.request.uri)}`,
		`- **Version read** ${codeText(only.version)}`,
		`- **Masks** ${only.masks.length}`
	].join("\n");
	const table = markdownTable([
		"Name",
		"Reference",
		"Version read",
		"Masks"
	], secrets.map(({ request, version, masks }) => [
		shortName(request.name, NAME_COLUMN),
		shortName(request.uri, REFERENCE_COLUMN),
		shortName(version, NAME_COLUMN),
		String(masks.length)
	]));
	const whole = jsonBlock(secrets.map(({ request, version }) => ({
		name: request.name,
		reference: request.uri,
		version
	})));
	const list = `${table}\n\n${folded("Whole names and references", whole)}`;
	return secrets.length < FOLDED_FROM ? list : folded(`${secrets.length} secrets`, list);
}
/** The section of the job summary. */
function secretsSummary(secrets, { delivery, exitCode, note }) {
	return `${[
		headline(secrets.length, delivery, exitCode),
		note,
		lines(secrets)
	].filter((part) => part !== "").join("\n\n")}\n`;
}
// actions/inject-secret/src/inject.ts
/** Who can read a secret that is delivered wider than to one process. */
const READERS = {
	output: "Every later step of the job that names the output, and everything that runs in those steps, can read the secrets.",
	env: "Every later step of the job can read the secrets, including each action and each program it starts."
};
const TITLE = "Open Claw inject-secret";
/** Outputs of the action itself: a secret under such a name would be taken for them. Output names ignore case. */
const OWN_OUTPUTS = /* @__PURE__ */ new Set(["VERSIONS"]);
const valuesOf = (secrets) => Object.fromEntries(secrets.map(({ request, value }) => [request.name, value]));
const versionsOf = (secrets) => JSON.stringify(Object.fromEntries(secrets.map(({ request, version }) => [request.name, version])));
function checkOutputNames({ requests, target }) {
	const taken = requests.find(({ name }) => OWN_OUTPUTS.has(name.toUpperCase()));
	if (target.delivery !== "output" || taken === void 0) return;
	throw new ClawError("SECRET_NAME_REFUSED", `The name ${taken.name} is an output of the action itself.`);
}
/** Node.js reads NODE_DEBUG before any code of ours runs, so that it can only be refused. */
function checkDiagnostics({ target }, { environment }) {
	if (target.delivery !== "exec" || (environment["NODE_DEBUG"] ?? "") === "") return;
	throw new ClawError("INPUT_INVALID", "Input delivery: with NODE_DEBUG, Node.js prints the environment of the command past the redactor.", { remedy: "Set NODE_DEBUG to nothing in the env of this step." });
}
function warnOfLatest({ requests }, { annotate }) {
	for (const { name } of requests.filter(({ reference }) => reference.version === "latest")) annotate("warning", TITLE, `Secret ${name} takes the latest version: whoever may add a version decides what this job gets. Pin the number that the summary shows.`);
}
function warnOfUnmaskable(secrets, { annotate }) {
	for (const { request, unmaskable, partial } of secrets) {
		const reason = unmaskable ?? partial;
		if (reason === void 0) continue;
		annotate("warning", TITLE, `${unmaskable === void 0 ? "A part of secret" : "Secret"} ${request.name} may show in the log if it is printed: ${reason}.`);
	}
}
/** Runs the script with the secrets in its environment alone, and passes on what it prints, redacted. */
async function runRedacted({ shell, script }, secrets, { run, environment, print }) {
	const redactor = redactorsFor(secrets.flatMap(({ masks }) => masks));
	const [stdout, stderr] = [redactor(), redactor()];
	try {
		return await run({
			shell,
			script,
			env: childEnvironment(environment, valuesOf(secrets)),
			onStdout: (chunk) => print("stdout", stdout.write(chunk)),
			onStderr: (chunk) => print("stderr", stderr.write(chunk))
		});
	} finally {
		await print("stdout", stdout.end());
		await print("stderr", stderr.end());
	}
}
function checkStepFiles(changed) {
	if (changed.length === 0) return;
	throw new ClawError("STEP_FILES_CHANGED", `The script changed ${changed.join(", ")} of this step.`);
}
/** The script is told no path of the step's files, but can find them: what it left there is undone before the runner reads it. */
async function runWithSecrets(target, secrets, ports) {
	const putBack = ports.watchStepFiles();
	const code = await runRedacted(target, secrets, ports).finally(() => checkStepFiles(putBack()));
	if (Number.isInteger(code)) return code;
	throw new ClawError("COMMAND_FAILED", "The script ended without an exit code; a signal may have ended it.");
}
async function deliver({ target }, secrets, ports) {
	const versions = versionsOf(secrets);
	if (target.delivery === "exec") {
		const code = await runWithSecrets(target, secrets, ports);
		ports.setOutputs({
			"exit-code": String(code),
			versions
		});
		return code;
	}
	ports.annotate("warning", TITLE, READERS[target.delivery]);
	if (target.delivery === "env") ports.exportVariables(valuesOf(secrets));
	ports.setOutputs({
		versions,
		...target.delivery === "output" ? valuesOf(secrets) : {}
	});
	return 0;
}
/**
* Fetches the secrets and delivers them; one failure delivers nothing. Returns the exit code of the
* command, or 0 where there is none. Throws a ClawError.
*/
async function injectSecrets(inputs, ports) {
	const event = admitEvent(ports.event(), inputs.allowEvents);
	checkOutputNames(inputs);
	checkDiagnostics(inputs, ports);
	const secrets = await fetchSecrets(inputs.requests, inputs.target.delivery, ports);
	warnOfLatest(inputs, ports);
	warnOfUnmaskable(secrets, ports);
	const code = await deliver(inputs, secrets, ports);
	const { delivery } = inputs.target;
	await ports.writeSummary(secretsSummary(secrets, {
		delivery,
		exitCode: code,
		note: eventNote(event)
	}));
	if (code !== 0) {
		const error = new ClawError("COMMAND_FAILED", `The script ended with exit code ${code}.`);
		ports.annotate("error", error.code, errorLine(error));
	}
	return code;
}
// actions/inject-secret/src/inputs.ts
function readTarget() {
	const delivery = choiceInput("delivery", [
		"exec",
		"output",
		"env"
	], "exec");
	if (delivery === "exec") return {
		delivery,
		script: requiredInput("run"),
		shell: parseShell(optionalInput("shell"))
	};
	for (const name of ["run", "shell"]) {
		if (optionalInput(name) === void 0) continue;
		throw new ClawError("INPUT_INVALID", `Input ${name}: delivery ${delivery} runs nothing.`, { remedy: `Remove ${name}.` });
	}
	return { delivery };
}
function readCredentials() {
	const kind = choiceInput("credentials", ["workload-identity", "ambient"], "workload-identity");
	const provider = optionalInput("workload-identity-provider");
	const serviceAccount = optionalInput("service-account");
	if (kind === "ambient") {
		if (provider !== void 0 || serviceAccount !== void 0) throw new ClawError("INPUT_INVALID", "Input credentials: ambient excludes workload-identity-provider and service-account.");
		return { kind };
	}
	if (provider === void 0) throw new ClawError("CREDENTIALS_MISSING", "Input workload-identity-provider is empty, and credentials: ambient is not asked for.", { remedy: "Name the provider that trusts this job, or set credentials: ambient to use what the machine has." });
	return {
		kind,
		provider: parseWorkloadIdentityProvider(provider, "workload-identity-provider"),
		serviceAccount: serviceAccount === void 0 ? void 0 : parseServiceAccount(serviceAccount, "service-account"),
		stsEndpoint: parseEndpoint(requiredInput("sts-endpoint"), "sts-endpoint"),
		iamEndpoint: parseEndpoint(requiredInput("iam-endpoint"), "iam-endpoint"),
		issuer: parseEndpoint(requiredInput("oidc-issuer"), "oidc-issuer")
	};
}
/** All inputs, checked. Throws INPUT_MISSING, INPUT_INVALID, ENDPOINT_INSECURE, CREDENTIALS_MISSING or SECRET_REFERENCE_INVALID. */
function readInputs() {
	const endpoint = optionalInput("secret-endpoint");
	const lines = listInput("secrets");
	if (lines.length === 0) throw new ClawError("INPUT_MISSING", "Input secrets names no secret.");
	return {
		requests: parseSecretRequests(lines, "secrets"),
		target: readTarget(),
		allowEvents: parseEvents(listInput("allow-events"), "allow-events"),
		credentials: readCredentials(),
		secretEndpoint: endpoint === void 0 ? void 0 : parseEndpoint(endpoint, "secret-endpoint")
	};
}
// actions/inject-secret/src/ports.ts
/** Secret Manager knows no narrower scope; what the identity may read is narrowed by its grants. */
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
function accessTokens(credentials, clock) {
	if (credentials.kind === "ambient") {
		admitMachineCredentials();
		return ambientGoogle(SCOPE, maskValue);
	}
	const { provider, serviceAccount, stsEndpoint, iamEndpoint, issuer } = credentials;
	return googleWorkloadIdentity({
		provider,
		serviceAccount,
		scope: SCOPE,
		stsEndpoint,
		iamEndpoint,
		identity: jobIdentityTokens({ issuer }),
		mask: maskValue,
		clock
	});
}
/** The ports of a step under GitHub Actions. */
function runnerPorts({ credentials, secretEndpoint }) {
	return {
		store: googleSecretStore({
			endpoint: secretEndpoint,
			tokens: accessTokens(credentials, jobClock),
			clock: jobClock
		}),
		mask: maskValue,
		event: runEvent,
		environment: jobEnvironment(),
		annotate,
		run: runScript,
		watchStepFiles,
		print: (stream, text) => process[stream].write(text) ? void 0 : once(process[stream], "drain"),
		setOutputs,
		exportVariables,
		writeSummary
	};
}
// actions/inject-secret/src/main.ts
await runAction(async () => {
	const inputs = readInputs();
	return injectSecrets(inputs, runnerPorts(inputs));
});
export {};
