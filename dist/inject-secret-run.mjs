import "./rolldown-runtime.mjs";
import { errorLine } from "./core.mjs";
import { scriptFailure, secretsOutputs, secretsSummary } from "./reports-secrets.mjs";
import { inject } from "./usecases-inject.mjs";
import { injectPorts } from "./wiring-inject.mjs";
// actions/inject-secret/src/run.ts
/** Delivers, reports, and returns the exit code of the script, or 0 where there is none. */
async function run(inputs, host) {
	const injection = await inject(inputs, injectPorts(inputs, host));
	host.setOutputs(secretsOutputs(injection));
	host.writeSummary(secretsSummary(injection));
	const failure = scriptFailure(injection);
	if (failure !== void 0) host.annotate("error", failure.code, errorLine(failure));
	return injection.exitCode;
}
export { run };
