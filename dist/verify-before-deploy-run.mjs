import "./rolldown-runtime.mjs";
import { ClawError } from "./core.mjs";
import { allowedOutputs, denialMessage, verdictLines, verdictSummary } from "./reports.mjs";
import { verify } from "./usecases-verify.mjs";
import { verifyPorts } from "./wiring-verify.mjs";
// actions/verify-before-deploy/src/run.ts
/** Judges, reports, and throws DENIED for what the policy does not allow. */
async function run(inputs, host) {
	const verdict = await verify(inputs, verifyPorts(inputs, host));
	for (const line of verdictLines(verdict)) host.log(line);
	host.writeSummary(verdictSummary(verdict));
	if (verdict.decision === "deny") throw new ClawError("DENIED", denialMessage(verdict));
	host.setOutputs(allowedOutputs(verdict));
}
export { run };
