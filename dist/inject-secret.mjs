import "./rolldown-runtime.mjs";
import { annotate, codeSpan, eventPayload, exportVariables, jobIdentityTokens, markdownTable, maskValue, runAction, runCommand, setOutputs, writeSummary } from "./runner.mjs";
import { ClawError, parseEndpoint, systemClock } from "./core.mjs";
import { fetchSecrets, googleSecretStore, parseSecretRequests, redactorsFor } from "./secrets.mjs";
import { googleWorkloadIdentity, parseServiceAccount, parseWorkloadIdentityProvider } from "./identity.mjs";
import { choiceInput, listInput, optionalInput, requiredInput } from "./runner-inputs.mjs";
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
		names: [
			"GITHUB_ENV",
			"GITHUB_PATH",
			"GITHUB_OUTPUT",
			"GITHUB_STATE",
			"GITHUB_STEP_SUMMARY",
			"GITHUB_ARTIFACTS"
		],
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
// actions/inject-secret/src/event.ts
const member = (value, name) => typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Object.getOwnPropertyDescriptor(value, name)?.value : void 0;
const at = (value, ...path) => path.reduce(member, value);
/** Ids are compared, since names can be taken over; an absent id (a deleted fork) is foreign. */
function isForeign(head, base) {
	const id = at(head, "id");
	return typeof id !== "number" || id !== at(base, "id");
}
/** Throws SECRET_EVENT_REFUSED where the event carries code or text of a fork. */
function checkEventSource(event) {
	if ([{
		proposal: at(event, "pull_request"),
		head: at(event, "pull_request", "head", "repo")
	}, {
		proposal: at(event, "workflow_run"),
		head: at(event, "workflow_run", "head_repository")
	}].find(({ proposal, head }) => proposal !== void 0 && isForeign(head, at(event, "repository"))) === void 0) return;
	throw new ClawError("SECRET_EVENT_REFUSED", "The event comes from a fork, so no secret is fetched. Run this step on push or in the merge queue instead.");
}
// actions/inject-secret/src/summary.ts
/** The section of the job summary. */
function secretsSummary(secrets, delivery) {
	const rows = secrets.map(({ request, version, masks }) => [
		codeSpan(request.name),
		codeSpan(request.uri),
		codeSpan(version),
		codeSpan(delivery),
		String(masks.length)
	]);
	return `## Injected secrets\n\n${markdownTable([
		"Name",
		"Reference",
		"Version read",
		"Delivery",
		"Masks"
	], rows)}\n`;
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
	throw new ClawError("SECRET_NAME_REFUSED", `The name ${taken.name} is an output of the action itself. Choose another name.`);
}
/** Node.js reads NODE_DEBUG before any code of ours runs, so that it can only be refused. */
function checkDiagnostics({ target }, { environment }) {
	if (target.delivery !== "exec" || (environment["NODE_DEBUG"] ?? "") === "") return;
	throw new ClawError("INPUT_INVALID", "Input delivery: with NODE_DEBUG, Node.js prints the environment of the command past the redactor. Set NODE_DEBUG to nothing in the env of this step.");
}
function warnOfLatest({ requests }, { annotate }) {
	for (const { name } of requests.filter(({ reference }) => reference.version === "latest")) annotate("warning", TITLE, `Secret ${name} takes the latest version: whoever may add a version decides what this job gets. Pin the number that the summary shows.`);
}
function warnOfUnmaskable(secrets, { annotate }) {
	for (const { request, unmaskable } of secrets) {
		if (unmaskable === void 0) continue;
		annotate("warning", TITLE, `Secret ${request.name} may show in the log if it is printed: ${unmaskable}.`);
	}
}
/** Runs the command with the secrets in its environment alone, and passes on what it prints, redacted. */
async function runWithSecrets(commandLine, secrets, { run, environment, print }) {
	const redactor = redactorsFor(secrets.flatMap(({ masks }) => masks));
	const [stdout, stderr] = [redactor(), redactor()];
	try {
		return await run({
			commandLine,
			env: childEnvironment(environment, valuesOf(secrets)),
			onStdout: (chunk) => print("stdout", stdout.write(chunk)),
			onStderr: (chunk) => print("stderr", stderr.write(chunk))
		});
	} finally {
		print("stdout", stdout.end());
		print("stderr", stderr.end());
	}
}
/** Node.js reports no number for a child that a signal ended; what has no number must not become 0. */
function checkedExitCode(code) {
	if (Number.isInteger(code)) return code;
	throw new ClawError("COMMAND_FAILED", "The command ended without an exit code; a signal may have ended it.");
}
async function deliver({ target }, secrets, ports) {
	const versions = versionsOf(secrets);
	if (target.delivery === "exec") {
		const code = checkedExitCode(await runWithSecrets(target.commandLine, secrets, ports));
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
	checkEventSource(ports.event());
	checkOutputNames(inputs);
	checkDiagnostics(inputs, ports);
	const secrets = await fetchSecrets(inputs.requests, inputs.target.delivery, ports);
	warnOfLatest(inputs, ports);
	warnOfUnmaskable(secrets, ports);
	const code = await deliver(inputs, secrets, ports);
	await ports.writeSummary(secretsSummary(secrets, inputs.target.delivery));
	if (code !== 0) ports.annotate("error", "COMMAND_FAILED", `The command ended with exit code ${code}.`);
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
		commandLine: requiredInput("run")
	};
	if (optionalInput("run") !== void 0) throw new ClawError("INPUT_INVALID", `Input run: delivery ${delivery} runs no command; remove run.`);
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
	if (provider === void 0) throw new ClawError("CREDENTIALS_MISSING", "Set workload-identity-provider, or credentials: ambient to use what the machine has.");
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
	if (lines.length === 0) throw new ClawError("INPUT_MISSING", "Input secrets: name at least one secret.");
	return {
		requests: parseSecretRequests(lines, "secrets"),
		target: readTarget(),
		credentials: readCredentials(),
		secretEndpoint: endpoint === void 0 ? void 0 : parseEndpoint(endpoint, "secret-endpoint")
	};
}
// actions/inject-secret/src/ports.ts
/** Secret Manager knows no narrower scope; what the identity may read is narrowed by its grants. */
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
function accessTokens(credentials, clock) {
	if (credentials.kind === "ambient") return "ambient";
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
			tokens: accessTokens(credentials, systemClock),
			clock: systemClock
		}),
		mask: maskValue,
		event: eventPayload,
		environment: process.env,
		annotate,
		run: runCommand,
		print: (stream, text) => process[stream].write(text),
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
