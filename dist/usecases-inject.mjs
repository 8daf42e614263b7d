import "./rolldown-runtime.mjs";
import { checkMaskable, checkNames, fetchMasked, redactorsFor } from "./secrets.mjs";
import { ClawError } from "./core.mjs";
// packages/usecases/src/inject/versions-output.ts
/** Name of the output with the versions, which every delivery sets. */
const VERSIONS = "versions";
/** Returns the versions by the names of the secrets, as JSON. */
const versionsOutput = (secrets) => ({ [VERSIONS]: JSON.stringify(Object.fromEntries(secrets.map(({ name, version }) => [name, version]))) });
// packages/usecases/src/inject/checks.ts
/** Refuses a secret that has the name of our own output: it would be taken for that. Names of outputs ignore case. */
function checkOutputNames({ requests, target }) {
	const taken = requests.find(({ name }) => name.toLowerCase() === VERSIONS);
	if (target.delivery !== "output" || taken === void 0) return;
	throw new ClawError("SECRET_NAME_REFUSED", `The name ${taken.name} is an output of the action itself.`);
}
/** Refuses NODE_DEBUG, which Node.js reads before any code of ours runs. */
function checkDiagnostics({ target }, { environment }) {
	if (target.delivery !== "exec" || (environment["NODE_DEBUG"] ?? "") === "") return;
	throw new ClawError("INPUT_INVALID", "Input delivery: with NODE_DEBUG, Node.js prints the environment of the command past the redactor.", { remedy: "Set NODE_DEBUG to nothing in the env of this step." });
}
/** Checks a request. Throws SECRET_NAME_REFUSED or INPUT_INVALID. */
function checkRequest(request, ports) {
	checkOutputNames(request);
	checkDiagnostics(request, ports);
	checkNames(request.requests, request.target.delivery);
}
// packages/usecases/src/inject/named-values.ts
/** Returns the values under the names of their requests. */
const namedValues = (secrets) => Object.fromEntries(secrets.map(({ request, value }) => [request.name, value]));
// packages/usecases/src/inject/child-environment.ts
const matches = (name, pattern) => pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
/**
* Returns the environment without the withheld variables, plus `secrets`. Names are compared without case, as
* Windows does: a variable that differs from a secret's name only in case would hide the secret there.
*/
function childEnvironment({ environment, withheld }, secrets) {
	const replaced = new Set(Object.keys(secrets).map((name) => name.toUpperCase()));
	const defined = Object.entries(environment).filter(([name]) => {
		const folded = name.toUpperCase();
		return !replaced.has(folded) && !withheld.some((pattern) => matches(folded, pattern));
	}).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]);
	return {
		...Object.fromEntries(defined),
		...secrets
	};
}
// packages/usecases/src/inject/run-script.ts
/** Runs the script with the secrets in its environment only, and prints its redacted output. */
async function runRedacted({ shell, script }, secrets, ports) {
	const redactor = redactorsFor(secrets.flatMap(({ masks }) => masks));
	const [stdout, stderr] = [redactor(), redactor()];
	try {
		return await ports.run({
			shell,
			script,
			env: childEnvironment(ports, namedValues(secrets)),
			onStdout: (chunk) => ports.print("stdout", stdout.write(chunk)),
			onStderr: (chunk) => ports.print("stderr", stderr.write(chunk))
		});
	} finally {
		await ports.print("stdout", stdout.end());
		await ports.print("stderr", stderr.end());
	}
}
function checkAnswers(changed) {
	if (changed.length === 0) return;
	throw new ClawError("STEP_FILES_CHANGED", `The script changed ${changed.join(", ")} of this step.`);
}
/**
* Runs the script and returns its exit code. The script gets no path of the step's files, but can find them: its
* changes to them are undone before the runner reads them. Throws STEP_FILES_CHANGED, COMMAND_FAILED or
* RUNNER_CONTRACT.
*/
async function runScriptWith(target, secrets, ports) {
	const putBack = ports.watchAnswers();
	const code = await runRedacted(target, secrets, ports).finally(() => checkAnswers(putBack()));
	if (Number.isInteger(code)) return code;
	throw new ClawError("COMMAND_FAILED", "The script ended without an exit code; a signal may have ended it.");
}
// packages/usecases/src/inject/inject.ts
const latest = (secrets) => secrets.filter(({ request }) => request.reference.version === "latest").map(({ request }) => ({
	kind: "latest",
	name: request.name
}));
const visible = (secrets) => secrets.flatMap(({ request: { name }, unmaskable, partial }) => {
	if (unmaskable !== void 0) return [{
		kind: "unmaskable",
		extent: "whole",
		name,
		reason: unmaskable
	}];
	return partial === void 0 ? [] : [{
		kind: "unmaskable",
		extent: "part",
		name,
		reason: partial
	}];
});
const injected = ({ request, version, masks }) => ({
	name: request.name,
	uri: request.uri,
	version,
	masks: masks.length
});
/** Returns the exit code of the script, or 0 if there is none. */
async function deliver(target, secrets, ports) {
	if (target.delivery === "exec") return runScriptWith(target, secrets, ports);
	ports.warn({
		kind: "readers",
		delivery: target.delivery
	});
	if (target.delivery === "env") ports.exportVariables(namedValues(secrets));
	else ports.setOutputs({
		...versionsOutput(secrets.map(injected)),
		...namedValues(secrets)
	});
	return 0;
}
/** Fetches the secrets and delivers them. A failing script is a result, not an error. Throws a ClawError. */
async function inject(request, ports) {
	const { requests, target, allowEvents } = request;
	const event = ports.admitEvent(allowEvents);
	checkRequest(request, ports);
	const secrets = await fetchMasked(requests, ports);
	checkMaskable(secrets, target.delivery);
	for (const caution of [...latest(secrets), ...visible(secrets)]) ports.warn(caution);
	const exitCode = await deliver(target, secrets, ports);
	return {
		event,
		delivery: target.delivery,
		secrets: secrets.map(injected),
		exitCode
	};
}
export { inject, versionsOutput };
