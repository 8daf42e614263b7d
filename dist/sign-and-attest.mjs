import "./rolldown-runtime.mjs";
import { runAction } from "./runner.mjs";
import { jobProvenance, provenanceInputs, reportSigning, sign, signingInputs } from "./signing.mjs";
// actions/sign-and-attest/src/inputs.ts
function readInputs() {
	return {
		provenance: provenanceInputs(),
		...signingInputs()
	};
}
// actions/sign-and-attest/src/run.ts
/** The signature over the provenance statement is the signature over the artifacts: their digests are in it. */
async function run(inputs) {
	const result = await sign(inputs, { predicate: ({ claims }) => jobProvenance(inputs.provenance, claims) });
	await reportSigning("Signed artifacts and attached provenance", result);
}
// actions/sign-and-attest/src/main.ts
await runAction(() => run(readInputs()));
export {};
