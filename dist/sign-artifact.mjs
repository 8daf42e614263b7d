import "./rolldown-runtime.mjs";
import { choiceInput, runAction } from "./ci.mjs";
import { signingInputs } from "./inputs.mjs";
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
