import "./rolldown-runtime.mjs";
import { optionalInput, runAction } from "./runner.mjs";
import { ClawError, MAX_JSON_BYTES, readDocument, selectFiles } from "./core.mjs";
import { jobProvenance, provenanceInputs, reportSigning, sign, signingInputs } from "./signing.mjs";
import { customPredicate } from "./core-sign.mjs";
// actions/attach-provenance/src/inputs.ts
function predicateFile() {
	const type = optionalInput("predicate-type");
	const path = optionalInput("predicate-path");
	if (type === void 0 && path === void 0) return void 0;
	if (type === void 0 || path === void 0) throw new ClawError("INPUT_INVALID", "Inputs predicate-type and predicate-path are given together or not at all.");
	return {
		type,
		path
	};
}
function readInputs() {
	return {
		predicate: predicateFile(),
		provenance: provenanceInputs(),
		...signingInputs()
	};
}
// actions/attach-provenance/src/run.ts
async function readPredicate(workspace, { type, path }) {
	const [file, ...others] = await selectFiles(workspace, [path], "predicate-path");
	if (file === void 0 || others.length > 0) throw new ClawError("INPUT_INVALID", "Input predicate-path: name exactly one file.");
	return customPredicate(type, await readDocument(file, {
		limit: MAX_JSON_BYTES,
		code: "PREDICATE_INVALID"
	}));
}
async function run(inputs) {
	const { predicate } = inputs;
	const result = await sign(inputs, { predicate: ({ claims }) => predicate === void 0 ? jobProvenance(inputs.provenance, claims) : readPredicate(inputs.workspace, predicate) });
	await reportSigning(predicate === void 0 ? "Attached provenance" : "Attached a statement", result);
}
// actions/attach-provenance/src/main.ts
await runAction(() => run(readInputs()));
export {};
