import "./rolldown-runtime.mjs";
import { signArtifactInputs } from "./inputs.mjs";
import { KEY_VENDORS, runAction } from "./start.mjs";
// actions/sign-artifact/src/main.ts
await runAction(async (host) => {
	const inputs = signArtifactInputs(host, KEY_VENDORS);
	const { run } = await import("./sign-artifact-run.mjs");
	return run(host, inputs);
});
export {};
