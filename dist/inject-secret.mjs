import "./rolldown-runtime.mjs";
import { runAction } from "./ci.mjs";
import { injectSecrets } from "./usecases.mjs";
import { injectInputs } from "./inputs.mjs";
import { runnerPorts } from "./wiring.mjs";
// actions/inject-secret/src/main.ts
await runAction(async () => {
	const inputs = injectInputs();
	return injectSecrets(inputs, runnerPorts(inputs));
});
export {};
