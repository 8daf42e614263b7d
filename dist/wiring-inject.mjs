import "./rolldown-runtime.mjs";
import { runScript } from "./ci-script.mjs";
import { cautionText } from "./reports-secrets.mjs";
import { secretStore } from "./secret-stores.mjs";
import { once } from "node:events";
// packages/wiring/src/inject.ts
const TITLE = "Open Claw inject-secret";
/** Returns the ports of injecting. */
const injectPorts = (inputs, host) => ({
	...host,
	store: secretStore({
		inputs,
		host
	}),
	warn: (caution) => host.annotate("warning", TITLE, cautionText(caution)),
	run: runScript,
	print: (stream, text) => process[stream].write(text) ? void 0 : once(process[stream], "drain")
});
export { injectPorts };
