import "./rolldown-runtime.mjs";
import { runAction } from "./runner.mjs";
import { choiceInput } from "./runner-inputs.mjs";
import { signingInputs } from "./signing-inputs.mjs";
// actions/sign-artifact/src/inputs.ts
function readInputs() {
	return {
		mode: choiceInput("mode", ["statement", "per-artifact"], "statement"),
		...signingInputs()
	};
}
// actions/sign-artifact/src/main.ts
await runAction(async () => {
	const inputs = readInputs();
	const { run } = await import("./sign-artifact-run.mjs");
	return run(inputs);
});
export {};
