import "./rolldown-runtime.mjs";
import { SIGNATURE_PREDICATE_TYPE } from "./core.mjs";
import { reportSigning } from "./reports.mjs";
import { sign } from "./usecases.mjs";
// actions/sign-artifact/src/run.ts
/** A signature claims nothing but that the key was used on these artifacts. */
const SIGNATURE = {
	type: SIGNATURE_PREDICATE_TYPE,
	body: {}
};
async function run(inputs) {
	const work = inputs.mode === "statement" ? { predicate: () => Promise.resolve(SIGNATURE) } : "each-artifact";
	await reportSigning("Signed", await sign(inputs, work));
}
export { run };
