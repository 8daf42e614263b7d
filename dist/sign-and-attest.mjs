import "./rolldown-runtime.mjs";
import { signAndAttestInputs } from "./inputs.mjs";
import { KEY_VENDORS, runAction } from "./start.mjs";
// actions/sign-and-attest/src/main.ts
await runAction(async (host) => {
	const inputs = signAndAttestInputs(host, KEY_VENDORS);
	const { run } = await import("./sign-and-attest-run.mjs");
	return run(host, inputs);
});
export {};
