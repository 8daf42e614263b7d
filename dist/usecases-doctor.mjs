import "./rolldown-runtime.mjs";
import { ClawError } from "./core.mjs";
import { signingServices } from "./usecases-sign.mjs";
import { signMessage } from "./core-sign.mjs";
// packages/usecases/src/doctor/checks.ts
/** The message signed to prove a permission. It is not an encoding of an envelope, and the signature is discarded. */
const TRIAL = Buffer.from("Open Claw doctor: this signature proves a permission and nothing else.\n");
/** Turns a failure into a finding. Rethrows anything but a ClawError. */
function failed(check, error) {
	if (error instanceof ClawError) return {
		status: "failed",
		check,
		error
	};
	throw error;
}
/** Runs `prove` and returns its proof, or why it fails. */
async function findingFrom(check, prove) {
	try {
		return {
			status: "ok",
			...await prove()
		};
	} catch (error) {
		return failed(check, error);
	}
}
/** Returns what `make` makes, or undefined if it fails: another check says why. */
async function orUndefined(make) {
	try {
		return await make();
	} catch (error) {
		if (error instanceof ClawError) return void 0;
		throw error;
	}
}
/** Checks for an event that gets no key, and so no trial signature either. */
const isRefused = ({ admission }) => admission?.status === "failed";
/** Returns the services if keys may be used at all. */
const usableServices = async (examination) => isRefused(examination) ? void 0 : orUndefined(examination.services);
const event = async ({ admission }) => admission === void 0 ? [] : [admission];
const identity = async ({ claims, request }) => {
	const finding = await findingFrom("identity", async () => ({
		check: "identity",
		claims: await claims()
	}));
	return finding.status === "failed" && finding.error.code === "OIDC_UNAVAILABLE" && request.ambient ? [{
		status: "skipped",
		check: "identity",
		why: "no job"
	}] : [finding];
};
const services = async (examination) => {
	if (isRefused(examination)) return [];
	try {
		await examination.services();
		return [];
	} catch (error) {
		return [failed("services", error)];
	}
};
const key = async (examination) => {
	if (isRefused(examination)) return [{
		status: "skipped",
		check: "key",
		why: "event refused"
	}];
	if (examination.request.key.kind === "keyless" || await usableServices(examination) === void 0) return [];
	return [await findingFrom("key", async () => ({
		check: "key",
		key: await examination.key()
	}))];
};
/** Returns the permission that may be missing. The report shows the service's own answer first, since it may name another cause. */
async function forbiddenUse(uri, { claims, ports }) {
	const subject = (await orUndefined(claims))?.subject ?? "unknown";
	return {
		...ports.grant(uri, subject),
		subject
	};
}
const signature = async (examination) => {
	const { request } = examination;
	if (request.key.kind === "keyless" || await usableServices(examination) === void 0) return [];
	const opened = await orUndefined(examination.key);
	if (opened === void 0) return [{
		status: "skipped",
		check: "signature",
		why: "no key"
	}];
	if (!request.trial) return [{
		status: "skipped",
		check: "signature",
		why: "no trial wanted"
	}];
	const finding = await findingFrom("signature", async () => {
		await signMessage(opened, TRIAL);
		return { check: "signature" };
	});
	return finding.status === "failed" && finding.error.code === "KEY_FORBIDDEN" ? [{
		...finding,
		forbidden: await forbiddenUse(opened.uri, examination)
	}] : [finding];
};
/** Checks whether the log can hold what the key signs, without asking the log: that would write to it. */
const log = async (examination) => {
	const { request, ports } = examination;
	const chosen = await usableServices(examination);
	if (request.key.kind === "keyless" || chosen === void 0) return [];
	const opened = await orUndefined(examination.key);
	if (opened === void 0) return [];
	return [await findingFrom("log", async () => {
		ports.authorities.witness({
			timestampAuthorities: [],
			log: chosen.log
		}).check(opened, "envelope");
		return {
			check: "log",
			log: chosen.log?.url
		};
	})];
};
const certificate = async (examination) => {
	const { request, ports, keys } = examination;
	const authority = (await usableServices(examination))?.certificateAuthority;
	if (authority === void 0) return [];
	if (!request.trial) return [{
		status: "skipped",
		check: "certificate",
		why: "no trial wanted"
	}];
	return [await findingFrom("certificate", async () => {
		const certified = await ports.authorities.certify(authority, keys.identity);
		certified.drop();
		return {
			check: "certificate",
			authority,
			algorithm: certified.key.algorithm
		};
	})];
};
const timestamp = async (examination) => {
	const authorities = (await usableServices(examination))?.timestampAuthorities;
	if (authorities === void 0) return [];
	if (authorities.length === 0) return [{
		status: "skipped",
		check: "timestamp",
		why: "no timestamp authority"
	}];
	return Promise.all(authorities.map(async (authority) => {
		const finding = await findingFrom("timestamp", async () => {
			await examination.ports.authorities.probe(authority);
			return {
				check: "timestamp",
				authority
			};
		});
		return finding.status === "failed" ? {
			...finding,
			authority
		} : finding;
	}));
};
const destination = async ({ ports }) => [await findingFrom("destination", async () => ({
	check: "destination",
	place: await ports.evidence.check()
}))];
/** All checks, in the order of a signing step. */
const CHECKS = [
	event,
	identity,
	services,
	key,
	signature,
	log,
	certificate,
	timestamp,
	destination
];
// packages/usecases/src/doctor/doctor.ts
function once(make) {
	let made;
	return () => (made ??= { value: make() }).value;
}
/** Opens the key. Throws INTERNAL for a key that no key service holds. */
async function openKey({ key }, keys) {
	if (key.kind === "kms") return keys.open(key.uri, key.algorithm);
	throw new ClawError("INTERNAL", "A key of this step alone is in no key service.");
}
/** Checks whether the event that started the run may use the key; returns undefined if no event did. */
function admission({ allowEvents }, { host }) {
	try {
		const event = host.admitEvent(allowEvents);
		return event === void 0 ? void 0 : {
			status: "ok",
			check: "event",
			event
		};
	} catch (error) {
		return failed("event", error);
	}
}
async function examine(request, ports, unreturned) {
	const { host, openKeys } = ports;
	const admitted = admission(request, ports);
	await using keys = openKeys(unreturned);
	const claims = host.claims(request.issuer);
	const examination = {
		request,
		ports,
		claims,
		keys,
		admission: admitted,
		services: once(() => signingServices(request, claims, host.clock)),
		key: once(() => openKey(request, keys))
	};
	return (await Promise.all(CHECKS.map((check) => check(examination)))).flat();
}
/** Runs every check; independent ones run in parallel. Never throws a ClawError. */
async function diagnose(request, ports) {
	const unreturned = [];
	return [...await examine(request, ports, (error) => unreturned.push(failed("session", error))), ...unreturned];
}
export { diagnose };
