import "./rolldown-runtime.mjs";
import { injectInputs } from "./inputs.mjs";
import { runAction } from "./start.mjs";
import { SECRET_READERS } from "./secret-stores.mjs";
// actions/inject-secret/src/main.ts
await runAction(async (host) => {
	const inputs = injectInputs(host, SECRET_READERS);
	const { run } = await import("./inject-secret-run.mjs");
	return run(inputs, host);
});
export {};
