import "./rolldown-runtime.mjs";
import { customPredicate } from "./core-sign.mjs";
import { MAX_JSON_BYTES } from "./core.mjs";
import { readDocument, selectFile } from "./files.mjs";
import { jobProvenance, sign } from "./usecases.mjs";
import { reportSigning } from "./reports.mjs";
// actions/attach-provenance/src/run.ts
async function readPredicate(workspace, { type, path }) {
	const file = await selectFile(workspace, path, "predicate-path");
	return customPredicate(type, await readDocument(file, {
		limit: MAX_JSON_BYTES,
		code: "PREDICATE_INVALID"
	}));
}
async function run(inputs) {
	const { predicate } = inputs;
	const result = await sign(inputs, { predicate: (job) => predicate === void 0 ? jobProvenance(inputs.provenance, job) : readPredicate(inputs.workspace, predicate) });
	await reportSigning(predicate === void 0 ? "Provenance attached" : "Statement attached", result);
}
export { run };
