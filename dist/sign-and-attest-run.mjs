import "./rolldown-runtime.mjs";
import { jobProvenance, reportSigning, sign } from "./signing.mjs";
// actions/sign-and-attest/src/run.ts
/** The signature over the provenance statement is the signature over the artifacts: their digests are in it. */
async function run(inputs) {
	const result = await sign(inputs, { predicate: ({ claims }) => jobProvenance(inputs.provenance, claims) });
	await reportSigning("Signed artifacts and attached provenance", result);
}
export { run };
