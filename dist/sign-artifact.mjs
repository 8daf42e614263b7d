import "./rolldown-runtime.mjs";
import { choiceInput, runAction } from "./runner.mjs";
import { reportSigning, sign, signingInputs } from "./signing.mjs";
import { SIGNATURE_PREDICATE_TYPE } from "./core.mjs";
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
	const work = inputs.mode === "statement" ? { predicate: () => Promise.resolve(SIGNATURE) } : "each-artifact";
	await reportSigning("Signed artifacts", await sign(inputs, work));
}
// actions/sign-artifact/src/main.ts
await runAction(() => run(readInputs()));
export {};
