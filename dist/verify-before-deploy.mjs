import "./rolldown-runtime.mjs";
import { KEY_VENDORS, runAction } from "./start.mjs";
import { gateInputs } from "./inputs.mjs";
// actions/verify-before-deploy/src/main.ts
await runAction(async (host) => {
	const inputs = gateInputs(host, KEY_VENDORS);
	const { run } = await import("./verify-before-deploy-run.mjs");
	return run(inputs, host);
});
export {};
