import "./rolldown-runtime.mjs";
import { ClawError, keyScheme } from "./core.mjs";
import { homedir } from "node:os";
// packages/wiring/src/key-session.ts
/** The name of the state that says that everything was returned. */
const ENDED = "session-ended";
/**
* Returns the endpoint for each vendor. One endpoint serves one service: if it were also asked for the keys of
* another, it would receive a token for that other service. Throws INPUT_INVALID.
*/
function endpointFor(endpoint) {
	let known;
	return ({ credentials: { vendor, address } }) => {
		if (address !== void 0) return void 0;
		known ??= vendor;
		if (endpoint === void 0 || known === vendor) return endpoint;
		throw new ClawError("INPUT_INVALID", `Input key-endpoint: it can be the endpoint of one key service, and there are keys of ${known} and of ${vendor}.`);
	};
}
/** Keeps the names of leases for the end of the job. The last line of a state counts, so it names all. */
function leaseKeeper({ saveState }) {
	const kept = /* @__PURE__ */ new Map();
	return {
		keeperFor: ({ leaseState }) => (lease) => {
			if (leaseState === void 0) return;
			const names = [...kept.get(leaseState) ?? [], lease];
			kept.set(leaseState, names);
			saveState(leaseState, names.join(" "));
		},
		isEmpty: () => kept.size === 0
	};
}
/** Returns what the job brings to every key service. */
const keyJob = ({ credentials }, { mask, clock, runId }, own) => ({
	...own,
	credentials,
	mask,
	clock,
	runId: runId(),
	machine: {
		environment: process.env,
		home: homedir()
	}
});
function knownVendor(keys, uri) {
	const known = keys.get(keyScheme(uri));
	if (known === void 0) throw new ClawError("INTERNAL", `No vendor has the scheme of ${uri}.`);
	return known;
}
/** Waits for all, then reports failures: one that cannot be returned must not keep the others alive. */
async function disposeAll(clients, unreturned) {
	const failures = (await Promise.allSettled([...clients].map((client) => client[Symbol.asyncDispose]()))).flatMap((end) => end.status === "rejected" ? [end.reason] : []);
	for (const failure of failures) {
		if (!(failure instanceof ClawError)) throw failure;
		unreturned(failure);
	}
	return failures.length === 0;
}
/**
* Makes a session that opens keys on demand. `use` narrows what the services are asked to allow. `unreturned`
* receives what could not be returned, which is left to the end of the job: the step has its result, and a
* second error must not hide the one that it ends with.
*/
function openKeySession(cloud, use, host, unreturned) {
	if (cloud.credentials === "ambient") host.admitMachineCredentials();
	const identity = host.identity(cloud.oidcIssuer);
	const endpointAt = endpointFor(cloud.keyEndpoint);
	const leases = leaseKeeper(host);
	const clients = /* @__PURE__ */ new Map();
	const clientFor = (uri) => {
		const { vendor, access } = knownVendor(cloud.keys, uri);
		const { scheme } = vendor.keyUri;
		const own = {
			use,
			endpoint: endpointAt(vendor),
			identity,
			borrowed: leases.keeperFor(vendor)
		};
		const client = clients.get(scheme) ?? access.connect(keyJob(cloud, host, own));
		clients.set(scheme, client);
		return client;
	};
	return {
		identity,
		open: async (uri, algorithm) => clientFor(uri).open(uri, algorithm),
		publicKey: async (uri, wanted) => clientFor(uri).publicKey(uri, wanted),
		[Symbol.asyncDispose]: async () => {
			if (await disposeAll(clients.values(), unreturned) && !leases.isEmpty()) host.saveState(ENDED, "true");
		}
	};
}
/** Returns the grant that signing with `uri` needs; `subject` is that of the job's token. */
function signingGrant({ keys, credentials }, uri, subject) {
	const { access } = knownVendor(keys, uri);
	const grant = access.signingGrant(uri, subject);
	return credentials === "ambient" ? {
		...grant,
		principal: void 0
	} : grant;
}
export { ENDED, keyJob, openKeySession, signingGrant };
