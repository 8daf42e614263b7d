import "./rolldown-runtime.mjs";
import { jobProvenance, sign } from "./usecases.mjs";
import { reportSigning } from "./reports.mjs";
// actions/sign-and-attest/src/run.ts
/** The signature over the provenance statement is the signature over the artifacts: their digests are in it. */
async function run(inputs) {
	const result = await sign(inputs, { predicate: (job) => jobProvenance(inputs.provenance, job) });
	await reportSigning("Signed, with provenance", result);
}
export { run };
