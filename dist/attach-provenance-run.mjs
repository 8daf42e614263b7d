import "./rolldown-runtime.mjs";
import { ClawError, MAX_JSON_BYTES, readDocument, selectFiles } from "./core.mjs";
import { customPredicate } from "./core-sign.mjs";
import { jobProvenance, reportSigning, sign } from "./signing.mjs";
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
export { run };
