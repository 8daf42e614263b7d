import "./rolldown-runtime.mjs";
import { runAction } from "./ci.mjs";
import { provenanceInputs, signingInputs } from "./inputs.mjs";
// actions/sign-and-attest/src/inputs.ts
function readInputs() {
	return {
		provenance: provenanceInputs(),
		...signingInputs()
	};
}
// actions/sign-and-attest/src/main.ts
await runAction(async () => {
	const inputs = readInputs();
	const { run } = await import("./sign-and-attest-run.mjs");
	return run(inputs);
});
export {};
