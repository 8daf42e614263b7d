import "./rolldown-runtime.mjs";
import { attachProvenanceInputs } from "./inputs.mjs";
import { KEY_VENDORS, runAction } from "./start.mjs";
// actions/attach-provenance/src/main.ts
await runAction(async (host) => {
	const inputs = attachProvenanceInputs(host, KEY_VENDORS);
	const { run } = await import("./attach-provenance-run.mjs");
	return run(host, inputs);
});
export {};
