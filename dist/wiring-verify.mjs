import "./rolldown-runtime.mjs";
import { printableText } from "./core.mjs";
import { folderStore } from "./files.mjs";
import { openKeySession } from "./wiring-keys.mjs";
import { KEY_URIS } from "./start.mjs";
// packages/wiring/src/verify.ts
/** Returns the ports of the gate. */
const verifyPorts = ({ workspace, bundles, cloud }, host) => ({
	keyUris: KEY_URIS,
	openKeys: () => openKeySession(cloud, "verify", host, ({ code, message }) => host.annotate("warning", code, printableText(message))),
	evidence: folderStore({
		workspace,
		folder: void 0
	}, bundles),
	clock: host.clock,
	log: host.log
});
export { verifyPorts };
