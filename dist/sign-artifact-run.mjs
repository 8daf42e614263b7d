import "./rolldown-runtime.mjs";
import { signingReport } from "./reports.mjs";
import { sign } from "./usecases-sign.mjs";
import { signingPorts } from "./wiring-sign.mjs";
// actions/sign-artifact/src/run.ts
async function run(host, inputs) {
	const result = await sign(inputs, signingPorts(inputs, host));
	const { summary, outputs } = await signingReport("Signed", result);
	host.writeSummary(summary);
	host.setOutputs(outputs);
}
export { run };
