import "./rolldown-runtime.mjs";
import { ClawError, printableText } from "./core.mjs";
import { sessionInputs } from "./inputs.mjs";
import { KEY_VENDORS, runAction } from "./start.mjs";
import { keyJob } from "./wiring-keys.mjs";
// packages/wiring/src/end-session.ts
await runAction(async (host) => {
	const borrowed = KEY_VENDORS.flatMap(({ keyUri: { scheme }, leaseState = "" }) => {
		return (host.savedState(leaseState)?.split(" ") ?? []).map((lease) => ({
			scheme,
			lease
		}));
	});
	if (borrowed.length === 0 || host.savedState("session-ended") === "true") return;
	const cloud = sessionInputs(host, KEY_VENDORS);
	const job = keyJob(cloud, host, {
		use: "verify",
		endpoint: void 0,
		identity: host.identity(cloud.oidcIssuer),
		borrowed: () => void 0
	});
	for (const { scheme, lease } of borrowed) try {
		await cloud.keys.get(scheme)?.access.giveBack?.(lease, job);
	} catch (error) {
		if (!(error instanceof ClawError)) throw error;
		host.annotate("warning", error.code, printableText(error.message));
	}
});
export {};
