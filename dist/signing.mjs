import { __name } from "./rolldown-runtime.mjs";
import { admitEvent, announceSubjects, checkAnswerFiles, checkEvent, codeSpan, codeText, eventNote, folded, githubRun, jobClock, jsonBlock, log, markdownTable, plural, runEvent, runnerFacts, setOutputs, shortDigest, shortName, verifyIdentityToken, writeSummary } from "./runner.mjs";
import { ALGORITHMS, ClawError, KEYLESS, MAX_JSON_BYTES, digestsOf, isJsonObject, keyIdOf, keyScheme, readDocument, selectFile, selectSubjects, sha256Of } from "./core.mjs";
import { blobHash, signBlobs, signStatements, slsaProvenance, splitSubjects } from "./core-sign.mjs";
import { checkDestination, checkUnoccupied, storeBundles } from "./evidence.mjs";
import { awsKeyService, azureKeyService, googleKeyService, vaultKeyService } from "./kms-sign.mjs";
import { giveBack, openSession } from "./cloud.mjs";
import { PUBLIC_GOOD, githubInstance, hasGithubInstance, parseSigningConfig, readSigner } from "./sigstore.mjs";
import { fulcioKey, timestamp, witnessOf } from "./sigstore-sign.mjs";
import { X509Certificate, createPublicKey, randomBytes } from "node:crypto";
// packages/signing/src/job-claims.ts
/** Nobody else accepts a token for this audience, so that one that leaks opens nothing. */
const PROVENANCE_AUDIENCE = "https://open-claw.github.io/provenance";
/** The claims, from a token of `identity` that `issuer` signed. */
function jobClaims(identity, issuer) {
	const fetchClaims = async () => {
		const token = await identity.mint(PROVENANCE_AUDIENCE);
		return verifyIdentityToken({
			token,
			issuer,
			audience: PROVENANCE_AUDIENCE,
			clock: jobClock
		});
	};
	let known;
	return () => {
		known ??= fetchClaims();
		return known;
	};
}
// packages/signing/src/keys.ts
const SERVICES = {
	gcpkms: (session) => googleKeyService(session.google()),
	awskms: (session, uri) => awsKeyService(session.aws(uri)),
	azurekms: (session, uri) => azureKeyService(session.azure(uri)),
	hashivault: (session) => vaultKeyService(session.vault())
};
/** Opens the key of `uri` in its service. */
const openKey = (session, uri, algorithm) => SERVICES[keyScheme(uri)](session, uri).open(uri, algorithm);
// packages/signing/src/provenance.ts
/** Describes the build of the job with its verified claims. Throws OIDC_*, EVENT_MISMATCH, GITHUB_*. */
async function jobProvenance(inputs, { claims: source, event: { facts, payload } }) {
	const claims = await source();
	if (claims.eventName !== facts.eventName) throw new ClawError("EVENT_MISMATCH", "The OIDC token of the job names another event than its environment.");
	checkEvent(payload, claims);
	const run = inputs.githubToken === void 0 ? void 0 : await githubRun({
		token: inputs.githubToken,
		apiUrl: inputs.githubApi,
		claims
	});
	const dispatched = claims.eventName === "workflow_dispatch" ? payload["inputs"] : void 0;
	return slsaProvenance({
		claims,
		runner: runnerFacts(),
		isolation: "shared-job",
		inputs: isJsonObject(dispatched) ? dispatched : void 0,
		run
	});
}
// packages/signing/src/cosign-command.ts
/** What a log of certificates leaves in them (RFC 6962 §3.3). */
const SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";
/** A name that a shell takes literally without quotes. */
const isShellPlain = (text) => /^[A-Za-z0-9_./][A-Za-z0-9_./+@:-]*$/.test(text);
/** Whether a service is asked that cosign does not trust by itself. */
function hasOwnServices({ certificateAuthority, timestampAuthorities, log }) {
	return [
		certificateAuthority,
		...timestampAuthorities,
		log?.url
	].some((url) => url !== void 0 && !url.hostname.endsWith(".sigstore.dev"));
}
/** With a public key, cosign hashes with SHA-256 and takes RSA for PKCS #1 v1.5; Ed25519 it knows for statements. */
function isKnownToCosign({ algorithm }, type) {
	const { hash, padding } = ALGORITHMS[algorithm];
	if (algorithm === "ed25519") return type !== void 0;
	return algorithm === "ecdsa-p256-sha256" || padding === "pkcs1" && hash === "sha256";
}
/** Who signed, in flags of cosign; undefined where a shell would read more into it. */
function signerFlags(signer) {
	if (signer === void 0) return ["--key key.pem"];
	const { identity, certificate } = signer;
	if (![identity.subject, identity.issuer].every(isShellPlain)) return void 0;
	return [`--certificate-identity ${identity.subject} --certificate-oidc-issuer ${identity.issuer}`, ...certificate.extensions.has(SCT_LIST) ? [] : ["--insecure-ignore-sct"]];
}
/** How cosign is told whom to trust, and in words; undefined where it cannot be told. */
function cosignFlags({ services }, signer) {
	const { timestampAuthorities, log } = services;
	const own = hasOwnServices(services);
	const who = signerFlags(signer);
	if (who === void 0) return void 0;
	const flags = [
		...who,
		...own ? ["--trusted-root trusted-root.json"] : [],
		...timestampAuthorities.length > 0 ? ["--use-signed-timestamps"] : [],
		...log === void 0 ? ["--insecure-ignore-tlog"] : []
	];
	const needs = [...signer === void 0 ? ["the public key of this step in `key.pem`"] : [], ...own ? ["the trusted root of these services in `trusted-root.json`"] : []];
	return {
		flags: flags.join(" "),
		what: needs.length === 0 ? "with cosign" : `with ${needs.join(" and ")}`
	};
}
/** No word has a space: a shell takes the lines for one. A block of code that is too wide hides its end. */
const wrapped = (command) => command.replaceAll(" --", " \\\n  --");
/** How anybody checks the first file with cosign, in Markdown; empty where there is none, cosign does not know the algorithm, or a shell would read more into its name. */
function checkCommand(result, signer) {
	const { stored, key } = result;
	const trust = cosignFlags(result, signer);
	const [first] = stored;
	const subject = first?.bundle.subjects.find(({ source }) => source === "file");
	if (first === void 0 || subject === void 0 || trust === void 0) return "";
	const { predicateType } = first.bundle;
	if (!isKnownToCosign(key, predicateType)) return "";
	const type = predicateType === "https://slsa.dev/provenance/v1" ? "slsaprovenance1" : predicateType;
	if (![
		first.path,
		subject.name,
		type ?? "none"
	].every(isShellPlain)) return "";
	const verb = type === void 0 ? "verify-blob" : `verify-blob-attestation --type ${type}`;
	return `\nCheck it anywhere, ${trust.what}:\n\n\`\`\`sh\n${wrapped(`cosign ${verb} ${trust.flags} --bundle ${first.path}`)} \\\n  ${subject.name}\n\`\`\`\n`;
}
// packages/signing/src/report.ts
/** Rows in a table that is folded; every one is in the bundle. */
const MAX_ROWS = 1e3;
const HOW_HASHED = {
	file: "hashed here",
	checksums: "from the checksums file",
	image: "named by digest",
	announced: "announced by an earlier step"
};
/** As in the documentation of keys: not every key is shown a digest alone. */
const WHAT_CROSSES = {
	digest: "a digest",
	message: "the whole statement",
	mu: "the external mu"
};
const publicKeyPem = ({ key }) => createPublicKey({
	key: Buffer.from(key.publicKey),
	format: "der",
	type: "spki"
}).export({
	type: "spki",
	format: "pem"
}).toString();
const certificatePem = (certificate) => new X509Certificate(certificate).toString().trim();
function rowsOf({ selected, stored }) {
	const bundleOf = new Map(stored.flatMap(({ path, bundle }) => bundle.subjects.map((subject) => [subject, path])));
	return selected.subjects.map((subject) => {
		const [hash = "", digest = ""] = [...digestsOf(subject)][0] ?? [];
		const { name, source } = subject;
		return {
			name,
			source,
			hash,
			digest,
			bundle: bundleOf.get(subject) ?? ""
		};
	});
}
/** What all have in common is said once, above the table. */
function commonLines(rows) {
	const bundles = [...new Set(rows.map(({ bundle }) => bundle))];
	const sources = [...new Set(rows.map(({ source }) => source))];
	const [bundle = ""] = bundles;
	return [`- **${bundles.length === 1 ? "Bundle" : "Bundles"}** ${bundles.length === 1 ? codeText(bundle) : bundles.length}`, `- **${plural(rows.length, "digest")}** ${sources.map((source) => HOW_HASHED[source]).join(", or ")}`];
}
const isSha256 = ({ hash }) => hash === "sha256";
function artifactTable(rows) {
	const several = new Set(rows.map(({ bundle }) => bundle)).size > 1;
	const table = markdownTable([
		"Artifact",
		rows.every(isSha256) ? "SHA-256" : "Digest",
		...several ? ["Bundle"] : []
	], rows.map(({ name, hash, digest, bundle }) => [
		shortName(name),
		isSha256({ hash }) ? shortDigest(digest) : `${hash} ${shortDigest(digest)}`,
		...several ? [shortName(bundle)] : []
	]));
	const json = jsonBlock(rows.map(({ name, hash, digest, source, bundle }) => ({
		name,
		digest: `${hash}:${digest}`,
		source,
		...several ? { bundle } : {}
	})));
	return `${table}\n\n${folded("Whole names and digests", json)}`;
}
/** One artifact is told in lines, which no column cuts; of several, what they have in common. */
function artifactLines(rows) {
	const [only, ...others] = rows;
	return only === void 0 || others.length > 0 ? commonLines(rows) : [
		`- **Artifact** ${codeText(only.name)}`,
		`- **${isSha256(only) ? "SHA-256" : `Digest (${only.hash})`}** ${codeSpan(only.digest)}, ${HOW_HASHED[only.source]}`,
		`- **Bundle** ${codeText(only.bundle)}`
	];
}
function artifactList(all) {
	if (all.length === 1) return "";
	const rows = all.slice(0, MAX_ROWS);
	const more = all.length > rows.length ? `\n\nand ${all.length - rows.length} more, which are in the bundles.` : "";
	return folded(plural(all.length, "artifact"), artifactTable(rows) + more);
}
function signerLines({ key, stored, services }) {
	const { timestampAuthorities, log } = services;
	const times = timestampAuthorities.map(({ host }) => codeSpan(host)).join(", ");
	return [
		`- **Key** ${codeText(key.uri)}`,
		`- **${plural(stored.length, "signature")}** ${codeSpan(key.algorithm)}, protection ${codeSpan(key.protectionLevel)}; ${WHAT_CROSSES[ALGORITHMS[key.algorithm].input]} crossed to the key, and each signature was checked here`,
		`- **Timestamps** ${times === "" ? "none" : times}`,
		`- **Log** ${log === void 0 ? "none" : codeSpan(log.url.host)}`
	];
}
/** The section of the summary of the job. */
function signingSummary(title, result, certificate) {
	const rows = rowsOf(result);
	const type = result.stored[0]?.bundle.predicateType;
	return [
		`## ✅ ${title}: ${plural(rows.length, "artifact")}`,
		[
			...artifactLines(rows),
			`- **Statement** ${type === void 0 ? "none: the files themselves are signed" : codeText(type)}`,
			...signerLines(result)
		].join("\n"),
		eventNote(result.event),
		checkCommand(result, certificate),
		artifactList(rows)
	].filter((part) => part !== "").join("\n\n");
}
/** Writes the outputs, all at once, and the summary. */
async function reportSigning(title, result) {
	const { key, stored } = result;
	const certified = key.certificate === void 0 ? void 0 : await readSigner([Buffer.from(key.certificate)]);
	await writeSummary(signingSummary(title, result, certified));
	setOutputs({
		"bundle-paths": stored.map(({ path }) => path).join("\n"),
		"key-uri": key.uri,
		"key-id": keyIdOf(key.publicKey),
		"public-key": publicKeyPem(result),
		algorithm: key.algorithm,
		certificate: key.certificate === void 0 ? "" : certificatePem(key.certificate)
	});
}
// packages/signing/src/services.ts
/** Sigstore's public good instance and its staging instance, whose logs anybody reads too. */
const PUBLIC_DOMAINS = ["sigstore.dev", "sigstage.dev"];
/** A name that ends in the dot of the root is the same host. */
function isPublicHost({ hostname }) {
	const name = hostname.replace(/\.+$/, "");
	return PUBLIC_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
/** Whether anybody in the world sees the repository: on a server of a company, `public` is for the company. */
const isPublicRepository = ({ visibility, issuer }) => visibility === "public" && issuer.hostname === PUBLIC_ISSUER_HOST;
/** Issuer of the tokens of github.com, with or without the path of an enterprise. */
const PUBLIC_ISSUER_HOST = "token.actions.githubusercontent.com";
/** Whether the decision needs to know whether the repository is public. */
function needsVisibility({ certificateAuthority, log, signingConfig }, keyless) {
	if (signingConfig !== void 0 || keyless) return true;
	return [certificateAuthority, log].some((one) => one === "public" || one instanceof URL && isPublicHost(one));
}
const refuse = (why, remedy) => new ClawError("INPUT_INVALID", why, { remedy });
const REMOVE = "Remove that input.";
function resolve(authority, service, issuer) {
	if (authority === "public") return PUBLIC_GOOD[service];
	return authority === "github" ? githubInstance(issuer)[service] : authority;
}
function timestampUrls(authorities, issuer) {
	const urls = authorities.map((one) => resolve(one, "timestampAuthority", issuer));
	const repeated = urls.find((url, index) => urls.findIndex(({ href }) => href === url.href) < index);
	if (repeated !== void 0) throw refuse(`Input timestamp-authority: ${repeated.host} is named twice.`, "Remove one of them.");
	return urls;
}
/** The authority that serves a repository of this visibility where none is named, as GitHub's own action has it. */
function ownAuthority(context) {
	if (isPublicRepository(context)) return "public";
	if (hasGithubInstance(context.issuer)) return "github";
	throw refuse(`Input certificate-authority is empty, and neither Sigstore nor GitHub certifies the jobs of ${context.issuer.host}.`, "Name an authority that trusts this issuer in certificate-authority.");
}
function logOf(inputs, fallback) {
	const log = inputs.log ?? fallback;
	if (log instanceof URL) return {
		url: log,
		version: inputs.logVersion ?? 2
	};
	if (inputs.logVersion !== void 0) throw refuse("Input transparency-log-version: only a log that is named by URL has a choice of versions.", REMOVE);
	return log === "public" ? PUBLIC_GOOD.log : void 0;
}
function keylessServices(inputs, context) {
	const authority = inputs.certificateAuthority ?? ownAuthority(context);
	const own = authority instanceof URL ? [] : [authority];
	return {
		certificateAuthority: resolve(authority, "certificateAuthority", context.issuer),
		timestampAuthorities: timestampUrls(inputs.timestampAuthorities ?? own, context.issuer),
		log: logOf(inputs, authority === "public" ? "public" : "none")
	};
}
function keyServices(inputs, { issuer }) {
	if (inputs.certificateAuthority !== void 0) throw refuse("Input certificate-authority: only key: keyless is certified.", REMOVE);
	return {
		certificateAuthority: void 0,
		timestampAuthorities: timestampUrls(inputs.timestampAuthorities ?? [], issuer),
		log: logOf(inputs, "none")
	};
}
function configuredServices$1(configured, inputs, keyless) {
	if ([
		inputs.certificateAuthority,
		inputs.timestampAuthorities,
		inputs.log,
		inputs.logVersion
	].some((input) => input !== void 0)) throw refuse("Input signing-config names all services, and other inputs name some as well.", "Remove certificate-authority, timestamp-authority, transparency-log and transparency-log-version, or signing-config.");
	if (keyless && configured.certificateAuthority === void 0) throw refuse("Input signing-config: it names no certificate authority that is in use, which key: keyless needs.");
	return keyless ? configured : {
		...configured,
		certificateAuthority: void 0
	};
}
__name(configuredServices$1, "configuredServices");
/** A certificate lives ten minutes: without a trusted time within them nobody could verify it later. */
function checkTime({ timestampAuthorities, log }, keyless) {
	if (!keyless || timestampAuthorities.length > 0 || log?.version === 1) return;
	throw refuse("Input timestamp-authority: key: keyless needs a trusted time.", "Name an authority, or a transparency log of version 1.");
}
function checkPublicity(services, inputs, context) {
	const { visibility, issuer } = context;
	const written = [services.certificateAuthority, services.log?.url].find((url) => url !== void 0 && isPublicHost(url));
	if (written === void 0 || isPublicRepository(context) || inputs.allowPublicLog) return;
	const who = visibility === "public" ? `public on ${issuer.host} alone` : visibility ?? "not known to be public";
	throw new ClawError("PUBLIC_LOG_REFUSED", `${written.host} writes to a public log, for all time, and this repository is ${who}: its name, its workflow and the digests would be public.`);
}
/** The services to ask. Throws INPUT_INVALID or PUBLIC_LOG_REFUSED. */
function chooseServices(inputs, context) {
	const { configured, keyless } = context;
	const services = configured === void 0 ? keyless ? keylessServices(inputs, context) : keyServices(inputs, context) : configuredServices$1(configured, inputs, keyless);
	checkTime(services, keyless);
	checkPublicity(services, inputs, context);
	return services;
}
// packages/signing/src/signer.ts
async function configuredServices(inputs) {
	const path = inputs.witnesses.signingConfig;
	if (path === void 0) return void 0;
	const file = await selectFile(inputs.workspace, path, "signing-config");
	const bytes = await readDocument(file, {
		limit: MAX_JSON_BYTES,
		code: "TRUSTED_ROOT_INVALID"
	});
	return parseSigningConfig(bytes, path, jobClock.now());
}
/** A job without an identity, as under ambient credentials, counts as private. */
async function visibilityOf(claims) {
	try {
		return (await claims()).repositoryVisibility;
	} catch (error) {
		if (error instanceof ClawError && error.code === "OIDC_UNAVAILABLE") return void 0;
		throw error;
	}
}
/** The services that the inputs choose. Throws INPUT_INVALID, PUBLIC_LOG_REFUSED, TRUSTED_ROOT_INVALID, OIDC_*. */
async function signingServices(inputs, claims) {
	const keyless = inputs.key === KEYLESS;
	const [configured, visibility] = await Promise.all([configuredServices(inputs), needsVisibility(inputs.witnesses, keyless) ? visibilityOf(claims) : void 0]);
	return chooseServices(inputs.witnesses, {
		keyless,
		visibility,
		issuer: inputs.cloud.oidcIssuer,
		configured
	});
}
/** Asks for a timestamp over nothing in particular: an authority that fails now would fail after the signature. */
async function probeAuthority(url) {
	await timestamp(url, randomBytes(32), { clock: jobClock });
}
/** Forgets a key that is perhaps still on its way, while the step ends for another reason. */
function dropOnceOpen(opening) {
	opening.then(({ drop }) => drop(), () => void 0);
}
/**
* Opens the key, or has one certified, while every timestamp authority is tried. `kind` is what will be
* signed: a log that cannot hold it is told of before it is.
*/
async function openSigner(inputs, session, claims, kind) {
	const services = await signingServices(inputs, claims);
	const { certificateAuthority, timestampAuthorities, log } = services;
	const witness = witnessOf({
		timestampAuthorities,
		log,
		clock: jobClock
	});
	const opening = certificateAuthority === void 0 ? openKey(session, inputs.key, inputs.keyAlgorithm).then((key) => ({
		key,
		drop: () => void 0
	})) : fulcioKey({
		url: certificateAuthority,
		identity: session.identity,
		clock: jobClock
	}).then((certified) => ({
		key: certified.key,
		drop: () => certified.drop()
	}));
	try {
		const [{ key, drop }] = await Promise.all([opening, ...timestampAuthorities.map(probeAuthority)]);
		witness.check(key, kind);
		return {
			key,
			witness,
			services,
			drop
		};
	} catch (error) {
		dropOnceOpen(opening);
		throw error;
	}
}
// packages/signing/src/signing-step.ts
/** Lines of the log for bundles, before they are counted. */
const MAX_LOGGED = 20;
async function open(job, kind) {
	const signer = await openSigner(job.inputs, job.session, job.claims, kind);
	const { uri, algorithm, protectionLevel } = signer.key;
	log(`Key ${uri} (${algorithm}, ${protectionLevel})`);
	for (const url of signer.services.timestampAuthorities) log(`Timestamps of ${url.href}`);
	if (signer.services.log !== void 0) log(`Logged at ${signer.services.log.url.href}`);
	return signer;
}
async function select(inputs, hashes) {
	log("Hashing the artifacts…");
	const selected = await selectSubjects(inputs.workspace, inputs.sources, hashes);
	log(`Subjects: ${selected.subjects.length}, of which ${selected.files.size} were hashed here`);
	return selected;
}
async function publish({ destination }, { key, services }, selected, bundles) {
	const stored = await storeBundles(destination, bundles);
	for (const { path } of stored.slice(0, MAX_LOGGED)) log(`Wrote ${path}`);
	if (stored.length > MAX_LOGGED) log(`… and ${stored.length - MAX_LOGGED} more bundles`);
	announceSubjects(selected.subjects.filter(({ source }) => source === "file" || source === "image").map((subject) => ({
		name: subject.name,
		digest: `sha256:${sha256Of(subject)}`,
		kind: subject.source === "file" ? "file" : "oci"
	})));
	return {
		key,
		services,
		selected,
		stored
	};
}
/** One statement about all subjects, one signature. */
async function signPredicate(job, predicate) {
	const { inputs } = job;
	const opening = open(job, "envelope");
	try {
		const [signer, selected, made] = await Promise.all([
			opening,
			select(inputs, []),
			predicate(),
			checkDestination(inputs.destination)
		]);
		const planned = splitSubjects(selected.subjects).map((subjects) => ({
			subjects,
			predicateType: made.type
		}));
		await checkUnoccupied(inputs.destination, planned);
		return await publish(inputs, signer, selected, await signStatements(signer.key, selected.subjects, made, signer.witness));
	} finally {
		dropOnceOpen(opening);
	}
}
/** One message signature per file. The key is opened first: it decides the hash. */
async function signEachArtifact(job) {
	const { inputs } = job;
	const opening = open(job, "message");
	try {
		const [signer] = await Promise.all([opening, checkDestination(inputs.destination)]);
		const selected = await select(inputs, [blobHash(signer.key)]);
		const digests = new Map([...selected.files].map(([name, { digests: own }]) => [name, own]));
		const planned = selected.subjects.map((subject) => ({
			subjects: [subject],
			predicateType: void 0
		}));
		await checkUnoccupied(inputs.destination, planned);
		return await publish(inputs, signer, selected, await signBlobs(signer.key, selected.subjects, digests, signer.witness));
	} finally {
		dropOnceOpen(opening);
	}
}
/** Signs and publishes where the event may use keys; whatever happens, what was borrowed of the clouds is given back. */
async function sign(inputs, work) {
	checkAnswerFiles();
	const event = runEvent();
	const admitted = admitEvent(event, inputs.allowEvents);
	const session = openSession(inputs.cloud, "sign");
	const job = {
		inputs,
		session,
		claims: jobClaims(session.identity, inputs.cloud.oidcIssuer),
		event
	};
	try {
		return {
			...await (work === "each-artifact" ? signEachArtifact(job) : signPredicate(job, () => work.predicate(job))),
			event: admitted
		};
	} finally {
		await giveBack(session);
	}
}
export { jobClaims, jobProvenance, openKey, probeAuthority, reportSigning, sign, signingServices };
