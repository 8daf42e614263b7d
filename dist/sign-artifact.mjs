import "./rolldown-runtime.mjs";
import { choiceInput, runAction } from "./runner.mjs";
import { reportSigning, signEachArtifact, signPredicate, signingInputs } from "./signing.mjs";
import { SIGNATURE_PREDICATE_TYPE } from "./core.mjs";
import { jobIdentity } from "./cloud.mjs";
// actions/sign-artifact/src/inputs.ts
function readInputs() {
	return {
		mode: choiceInput("mode", ["statement", "per-artifact"], "statement"),
		...signingInputs()
	};
}
// actions/sign-artifact/src/run.ts
/** A signature claims nothing but that the key was used on these artifacts. */
const SIGNATURE = {
	type: SIGNATURE_PREDICATE_TYPE,
	body: {}
};
async function run(inputs) {
	const identity = jobIdentity(inputs.cloud);
	const result = inputs.mode === "statement" ? await signPredicate(inputs, identity, () => Promise.resolve(SIGNATURE)) : await signEachArtifact(inputs, identity);
	await reportSigning("Signed artifacts", result);
}
// actions/sign-artifact/src/main.ts
await runAction(() => run(readInputs()));
export {};
