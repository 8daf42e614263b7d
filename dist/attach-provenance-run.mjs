import "./rolldown-runtime.mjs";
import { signingReport } from "./reports.mjs";
import { sign } from "./usecases-sign.mjs";
import { signingPorts } from "./wiring-sign.mjs";
// actions/attach-provenance/src/run.ts
const TITLES = {
	signature: "Signed",
	provenance: "Provenance attached",
	file: "Statement attached"
};
async function run(host, inputs) {
	const result = await sign(inputs, signingPorts(inputs, host, inputs.provenance));
	const { summary, outputs } = await signingReport(TITLES[inputs.work.predicate.kind], result);
	host.writeSummary(summary);
	host.setOutputs(outputs);
}
export { run };
