import "./rolldown-runtime.mjs";
import { optionalInput, runAction } from "./ci.mjs";
import { ClawError } from "./core.mjs";
import { provenanceInputs, signingInputs } from "./inputs.mjs";
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
// actions/attach-provenance/src/main.ts
await runAction(async () => {
	const inputs = readInputs();
	const { run } = await import("./attach-provenance-run.mjs");
	return run(inputs);
});
export {};
