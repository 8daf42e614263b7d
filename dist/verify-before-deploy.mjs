import "./rolldown-runtime.mjs";
import { runAction } from "./ci.mjs";
import { gateInputs } from "./inputs.mjs";
// actions/verify-before-deploy/src/main.ts
await runAction(async () => {
	const inputs = gateInputs();
	const { run } = await import("./verify-run.mjs");
	return run(inputs);
});
export {};
