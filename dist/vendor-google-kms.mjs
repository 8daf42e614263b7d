import { createRequire as __createRequire } from 'node:module'
import { fileURLToPath as __fileURLToPath } from 'node:url'
const require = __createRequire(import.meta.url)
const __filename = __fileURLToPath(import.meta.url)
const __dirname = __fileURLToPath(new URL('.', import.meta.url))
import { __commonJSMin } from "./rolldown-runtime.mjs";
import { require_src } from "./vendor-google-gax_kms_secret-manager.mjs";
// node_modules/@google-cloud/kms/build/protos/protos.json
var require_protos = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = { "nested": { "google": { "nested": {
		"cloud": { "nested": { "kms": { "nested": { "v1": {
			"options": {
				"go_package": "cloud.google.com/go/kms/apiv1/kmspb;kmspb",
				"java_multiple_files": true,
				"java_outer_classname": "KmsProto",
				"java_package": "com.google.cloud.kms.v1",
				"csharp_namespace": "Google.Cloud.Kms.V1",
				"php_namespace": "Google\\Cloud\\Kms\\V1",
				"(google.api.resource_definition).type": "servicedirectory.googleapis.com/Service",
				"(google.api.resource_definition).pattern": "projects/{project}/locations/{location}/namespaces/{namespace}/services/{service}"
			},
			"nested": {
				"Autokey": {
					"options": {
						"(google.api.default_host)": "cloudkms.googleapis.com",
						"(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/cloudkms"
					},
					"methods": {
						"CreateKeyHandle": {
							"requestType": "CreateKeyHandleRequest",
							"responseType": "google.longrunning.Operation",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*}/keyHandles",
								"(google.api.http).body": "key_handle",
								"(google.api.method_signature)": "parent,key_handle,key_handle_id",
								"(google.longrunning.operation_info).response_type": "KeyHandle",
								"(google.longrunning.operation_info).metadata_type": "CreateKeyHandleMetadata"
							},
							"parsedOptions": [
								{ "(google.api.http)": {
									"post": "/v1/{parent=projects/*/locations/*}/keyHandles",
									"body": "key_handle"
								} },
								{ "(google.api.method_signature)": "parent,key_handle,key_handle_id" },
								{ "(google.longrunning.operation_info)": {
									"response_type": "KeyHandle",
									"metadata_type": "CreateKeyHandleMetadata"
								} }
							]
						},
						"GetKeyHandle": {
							"requestType": "GetKeyHandleRequest",
							"responseType": "KeyHandle",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/keyHandles/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/keyHandles/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"ListKeyHandles": {
							"requestType": "ListKeyHandlesRequest",
							"responseType": "ListKeyHandlesResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*}/keyHandles",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*}/keyHandles" } }, { "(google.api.method_signature)": "parent" }]
						}
					}
				},
				"CreateKeyHandleRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "locations.googleapis.com/Location"
						}
					},
					"keyHandleId": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"keyHandle": {
						"type": "KeyHandle",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"GetKeyHandleRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/KeyHandle"
					}
				} } },
				"KeyHandle": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/KeyHandle",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/keyHandles/{key_handle}",
						"(google.api.resource).plural": "keyHandles",
						"(google.api.resource).singular": "keyHandle"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "IDENTIFIER" }
						},
						"kmsKey": {
							"type": "string",
							"id": 3,
							"options": {
								"(google.api.field_behavior)": "OUTPUT_ONLY",
								"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
							}
						},
						"resourceTypeSelector": {
							"type": "string",
							"id": 4,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						}
					}
				},
				"CreateKeyHandleMetadata": { "fields": {} },
				"ListKeyHandlesRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "locations.googleapis.com/Location"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"filter": {
						"type": "string",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListKeyHandlesResponse": { "fields": {
					"keyHandles": {
						"rule": "repeated",
						"type": "KeyHandle",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					}
				} },
				"AutokeyAdmin": {
					"options": {
						"(google.api.default_host)": "cloudkms.googleapis.com",
						"(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/cloudkms"
					},
					"methods": {
						"UpdateAutokeyConfig": {
							"requestType": "UpdateAutokeyConfigRequest",
							"responseType": "AutokeyConfig",
							"options": {
								"(google.api.http).patch": "/v1/{autokey_config.name=folders/*/autokeyConfig}",
								"(google.api.http).body": "autokey_config",
								"(google.api.http).additional_bindings.patch": "/v1/{autokey_config.name=projects/*/autokeyConfig}",
								"(google.api.http).additional_bindings.body": "autokey_config",
								"(google.api.method_signature)": "autokey_config,update_mask"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"patch": "/v1/{autokey_config.name=folders/*/autokeyConfig}",
								"body": "autokey_config",
								"additional_bindings": {
									"patch": "/v1/{autokey_config.name=projects/*/autokeyConfig}",
									"body": "autokey_config"
								}
							} }, { "(google.api.method_signature)": "autokey_config,update_mask" }]
						},
						"GetAutokeyConfig": {
							"requestType": "GetAutokeyConfigRequest",
							"responseType": "AutokeyConfig",
							"options": {
								"(google.api.http).get": "/v1/{name=folders/*/autokeyConfig}",
								"(google.api.http).additional_bindings.get": "/v1/{name=projects/*/autokeyConfig}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"get": "/v1/{name=folders/*/autokeyConfig}",
								"additional_bindings": { "get": "/v1/{name=projects/*/autokeyConfig}" }
							} }, { "(google.api.method_signature)": "name" }]
						},
						"ShowEffectiveAutokeyConfig": {
							"requestType": "ShowEffectiveAutokeyConfigRequest",
							"responseType": "ShowEffectiveAutokeyConfigResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*}:showEffectiveAutokeyConfig",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*}:showEffectiveAutokeyConfig" } }, { "(google.api.method_signature)": "parent" }]
						}
					}
				},
				"UpdateAutokeyConfigRequest": { "fields": {
					"autokeyConfig": {
						"type": "AutokeyConfig",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"updateMask": {
						"type": "google.protobuf.FieldMask",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"GetAutokeyConfigRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/AutokeyConfig"
					}
				} } },
				"AutokeyConfig": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/AutokeyConfig",
						"(google.api.resource).pattern": "projects/{project}/autokeyConfig",
						"(google.api.resource).plural": "autokeyConfigs",
						"(google.api.resource).singular": "autokeyConfig"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "IDENTIFIER" }
						},
						"keyProject": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						},
						"state": {
							"type": "State",
							"id": 4,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"etag": {
							"type": "string",
							"id": 6,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						},
						"keyProjectResolutionMode": {
							"type": "KeyProjectResolutionMode",
							"id": 8,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					},
					"nested": {
						"State": { "values": {
							"STATE_UNSPECIFIED": 0,
							"ACTIVE": 1,
							"KEY_PROJECT_DELETED": 2,
							"UNINITIALIZED": 3,
							"KEY_PROJECT_PERMISSION_DENIED": 4
						} },
						"KeyProjectResolutionMode": { "values": {
							"KEY_PROJECT_RESOLUTION_MODE_UNSPECIFIED": 0,
							"DEDICATED_KEY_PROJECT": 1,
							"RESOURCE_PROJECT": 2,
							"DISABLED": 3
						} }
					}
				},
				"ShowEffectiveAutokeyConfigRequest": { "fields": { "parent": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudresourcemanager.googleapis.com/Project"
					}
				} } },
				"ShowEffectiveAutokeyConfigResponse": { "fields": { "keyProject": {
					"type": "string",
					"id": 1
				} } },
				"EkmService": {
					"options": {
						"(google.api.default_host)": "cloudkms.googleapis.com",
						"(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/cloudkms"
					},
					"methods": {
						"ListEkmConnections": {
							"requestType": "ListEkmConnectionsRequest",
							"responseType": "ListEkmConnectionsResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*}/ekmConnections",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*}/ekmConnections" } }, { "(google.api.method_signature)": "parent" }]
						},
						"GetEkmConnection": {
							"requestType": "GetEkmConnectionRequest",
							"responseType": "EkmConnection",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/ekmConnections/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/ekmConnections/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"CreateEkmConnection": {
							"requestType": "CreateEkmConnectionRequest",
							"responseType": "EkmConnection",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*}/ekmConnections",
								"(google.api.http).body": "ekm_connection",
								"(google.api.method_signature)": "parent,ekm_connection_id,ekm_connection"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{parent=projects/*/locations/*}/ekmConnections",
								"body": "ekm_connection"
							} }, { "(google.api.method_signature)": "parent,ekm_connection_id,ekm_connection" }]
						},
						"UpdateEkmConnection": {
							"requestType": "UpdateEkmConnectionRequest",
							"responseType": "EkmConnection",
							"options": {
								"(google.api.http).patch": "/v1/{ekm_connection.name=projects/*/locations/*/ekmConnections/*}",
								"(google.api.http).body": "ekm_connection",
								"(google.api.method_signature)": "ekm_connection,update_mask"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"patch": "/v1/{ekm_connection.name=projects/*/locations/*/ekmConnections/*}",
								"body": "ekm_connection"
							} }, { "(google.api.method_signature)": "ekm_connection,update_mask" }]
						},
						"GetEkmConfig": {
							"requestType": "GetEkmConfigRequest",
							"responseType": "EkmConfig",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/ekmConfig}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/ekmConfig}" } }, { "(google.api.method_signature)": "name" }]
						},
						"UpdateEkmConfig": {
							"requestType": "UpdateEkmConfigRequest",
							"responseType": "EkmConfig",
							"options": {
								"(google.api.http).patch": "/v1/{ekm_config.name=projects/*/locations/*/ekmConfig}",
								"(google.api.http).body": "ekm_config",
								"(google.api.method_signature)": "ekm_config,update_mask"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"patch": "/v1/{ekm_config.name=projects/*/locations/*/ekmConfig}",
								"body": "ekm_config"
							} }, { "(google.api.method_signature)": "ekm_config,update_mask" }]
						},
						"VerifyConnectivity": {
							"requestType": "VerifyConnectivityRequest",
							"responseType": "VerifyConnectivityResponse",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/ekmConnections/*}:verifyConnectivity",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/ekmConnections/*}:verifyConnectivity" } }, { "(google.api.method_signature)": "name" }]
						}
					}
				},
				"ListEkmConnectionsRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "locations.googleapis.com/Location"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"filter": {
						"type": "string",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"orderBy": {
						"type": "string",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListEkmConnectionsResponse": { "fields": {
					"ekmConnections": {
						"rule": "repeated",
						"type": "EkmConnection",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"totalSize": {
						"type": "int32",
						"id": 3
					}
				} },
				"GetEkmConnectionRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/EkmConnection"
					}
				} } },
				"CreateEkmConnectionRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "locations.googleapis.com/Location"
						}
					},
					"ekmConnectionId": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"ekmConnection": {
						"type": "EkmConnection",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"UpdateEkmConnectionRequest": { "fields": {
					"ekmConnection": {
						"type": "EkmConnection",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"updateMask": {
						"type": "google.protobuf.FieldMask",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"GetEkmConfigRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/EkmConfig"
					}
				} } },
				"UpdateEkmConfigRequest": { "fields": {
					"ekmConfig": {
						"type": "EkmConfig",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"updateMask": {
						"type": "google.protobuf.FieldMask",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"Certificate": { "fields": {
					"rawDer": {
						"type": "bytes",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"parsed": {
						"type": "bool",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"issuer": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"subject": {
						"type": "string",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"subjectAlternativeDnsNames": {
						"rule": "repeated",
						"type": "string",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"notBeforeTime": {
						"type": "google.protobuf.Timestamp",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"notAfterTime": {
						"type": "google.protobuf.Timestamp",
						"id": 7,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"serialNumber": {
						"type": "string",
						"id": 8,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"sha256Fingerprint": {
						"type": "string",
						"id": 9,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					}
				} },
				"EkmConnection": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/EkmConnection",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/ekmConnections/{ekm_connection}"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"createTime": {
							"type": "google.protobuf.Timestamp",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"serviceResolvers": {
							"rule": "repeated",
							"type": "ServiceResolver",
							"id": 3,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						},
						"etag": {
							"type": "string",
							"id": 5,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						},
						"keyManagementMode": {
							"type": "KeyManagementMode",
							"id": 6,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						},
						"cryptoSpacePath": {
							"type": "string",
							"id": 7,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					},
					"nested": {
						"ServiceResolver": { "fields": {
							"serviceDirectoryService": {
								"type": "string",
								"id": 1,
								"options": {
									"(google.api.field_behavior)": "REQUIRED",
									"(google.api.resource_reference).type": "servicedirectory.googleapis.com/Service"
								}
							},
							"endpointFilter": {
								"type": "string",
								"id": 2,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"hostname": {
								"type": "string",
								"id": 3,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							},
							"serverCertificates": {
								"rule": "repeated",
								"type": "Certificate",
								"id": 4,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							}
						} },
						"KeyManagementMode": { "values": {
							"KEY_MANAGEMENT_MODE_UNSPECIFIED": 0,
							"MANUAL": 1,
							"CLOUD_KMS": 2
						} }
					}
				},
				"EkmConfig": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/EkmConfig",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/ekmConfig"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"defaultEkmConnection": {
							"type": "string",
							"id": 2,
							"options": {
								"(google.api.field_behavior)": "OPTIONAL",
								"(google.api.resource_reference).type": "cloudkms.googleapis.com/EkmConnection"
							}
						}
					}
				},
				"VerifyConnectivityRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/EkmConnection"
					}
				} } },
				"VerifyConnectivityResponse": { "fields": {} },
				"HsmManagement": {
					"options": {
						"(google.api.default_host)": "cloudkms.googleapis.com",
						"(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/cloudkms"
					},
					"methods": {
						"ListSingleTenantHsmInstances": {
							"requestType": "ListSingleTenantHsmInstancesRequest",
							"responseType": "ListSingleTenantHsmInstancesResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*}/singleTenantHsmInstances",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*}/singleTenantHsmInstances" } }, { "(google.api.method_signature)": "parent" }]
						},
						"GetSingleTenantHsmInstance": {
							"requestType": "GetSingleTenantHsmInstanceRequest",
							"responseType": "SingleTenantHsmInstance",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"CreateSingleTenantHsmInstance": {
							"requestType": "CreateSingleTenantHsmInstanceRequest",
							"responseType": "google.longrunning.Operation",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*}/singleTenantHsmInstances",
								"(google.api.http).body": "single_tenant_hsm_instance",
								"(google.api.method_signature)": "parent,single_tenant_hsm_instance,single_tenant_hsm_instance_id",
								"(google.longrunning.operation_info).response_type": "SingleTenantHsmInstance",
								"(google.longrunning.operation_info).metadata_type": "CreateSingleTenantHsmInstanceMetadata"
							},
							"parsedOptions": [
								{ "(google.api.http)": {
									"post": "/v1/{parent=projects/*/locations/*}/singleTenantHsmInstances",
									"body": "single_tenant_hsm_instance"
								} },
								{ "(google.api.method_signature)": "parent,single_tenant_hsm_instance,single_tenant_hsm_instance_id" },
								{ "(google.longrunning.operation_info)": {
									"response_type": "SingleTenantHsmInstance",
									"metadata_type": "CreateSingleTenantHsmInstanceMetadata"
								} }
							]
						},
						"CreateSingleTenantHsmInstanceProposal": {
							"requestType": "CreateSingleTenantHsmInstanceProposalRequest",
							"responseType": "google.longrunning.Operation",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*/singleTenantHsmInstances/*}/proposals",
								"(google.api.http).body": "single_tenant_hsm_instance_proposal",
								"(google.api.method_signature)": "parent,single_tenant_hsm_instance_proposal,single_tenant_hsm_instance_proposal_id",
								"(google.longrunning.operation_info).response_type": "SingleTenantHsmInstanceProposal",
								"(google.longrunning.operation_info).metadata_type": "CreateSingleTenantHsmInstanceProposalMetadata"
							},
							"parsedOptions": [
								{ "(google.api.http)": {
									"post": "/v1/{parent=projects/*/locations/*/singleTenantHsmInstances/*}/proposals",
									"body": "single_tenant_hsm_instance_proposal"
								} },
								{ "(google.api.method_signature)": "parent,single_tenant_hsm_instance_proposal,single_tenant_hsm_instance_proposal_id" },
								{ "(google.longrunning.operation_info)": {
									"response_type": "SingleTenantHsmInstanceProposal",
									"metadata_type": "CreateSingleTenantHsmInstanceProposalMetadata"
								} }
							]
						},
						"ApproveSingleTenantHsmInstanceProposal": {
							"requestType": "ApproveSingleTenantHsmInstanceProposalRequest",
							"responseType": "ApproveSingleTenantHsmInstanceProposalResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*/proposals/*}:approve",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name,quorum_reply"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*/proposals/*}:approve",
								"body": "*"
							} }, { "(google.api.method_signature)": "name,quorum_reply" }]
						},
						"ExecuteSingleTenantHsmInstanceProposal": {
							"requestType": "ExecuteSingleTenantHsmInstanceProposalRequest",
							"responseType": "google.longrunning.Operation",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*/proposals/*}:execute",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name",
								"(google.longrunning.operation_info).response_type": "ExecuteSingleTenantHsmInstanceProposalResponse",
								"(google.longrunning.operation_info).metadata_type": "ExecuteSingleTenantHsmInstanceProposalMetadata"
							},
							"parsedOptions": [
								{ "(google.api.http)": {
									"post": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*/proposals/*}:execute",
									"body": "*"
								} },
								{ "(google.api.method_signature)": "name" },
								{ "(google.longrunning.operation_info)": {
									"response_type": "ExecuteSingleTenantHsmInstanceProposalResponse",
									"metadata_type": "ExecuteSingleTenantHsmInstanceProposalMetadata"
								} }
							]
						},
						"GetSingleTenantHsmInstanceProposal": {
							"requestType": "GetSingleTenantHsmInstanceProposalRequest",
							"responseType": "SingleTenantHsmInstanceProposal",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*/proposals/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*/proposals/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"ListSingleTenantHsmInstanceProposals": {
							"requestType": "ListSingleTenantHsmInstanceProposalsRequest",
							"responseType": "ListSingleTenantHsmInstanceProposalsResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*/singleTenantHsmInstances/*}/proposals",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*/singleTenantHsmInstances/*}/proposals" } }, { "(google.api.method_signature)": "parent" }]
						},
						"DeleteSingleTenantHsmInstanceProposal": {
							"requestType": "DeleteSingleTenantHsmInstanceProposalRequest",
							"responseType": "google.protobuf.Empty",
							"options": {
								"(google.api.http).delete": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*/proposals/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "delete": "/v1/{name=projects/*/locations/*/singleTenantHsmInstances/*/proposals/*}" } }, { "(google.api.method_signature)": "name" }]
						}
					}
				},
				"SingleTenantHsmInstance": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/SingleTenantHsmInstance",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/singleTenantHsmInstances/{single_tenant_hsm_instance}",
						"(google.api.resource).plural": "singleTenantHsmInstances",
						"(google.api.resource).singular": "singleTenantHsmInstance"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "IDENTIFIER" }
						},
						"createTime": {
							"type": "google.protobuf.Timestamp",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"state": {
							"type": "State",
							"id": 3,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"quorumAuth": {
							"type": "QuorumAuth",
							"id": 4,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						},
						"deleteTime": {
							"type": "google.protobuf.Timestamp",
							"id": 5,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"unrefreshedDurationUntilDisable": {
							"type": "google.protobuf.Duration",
							"id": 6,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"disableTime": {
							"type": "google.protobuf.Timestamp",
							"id": 7,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"keyPortabilityEnabled": {
							"type": "bool",
							"id": 8,
							"options": { "(google.api.field_behavior)": "IMMUTABLE" }
						}
					},
					"nested": {
						"State": { "values": {
							"STATE_UNSPECIFIED": 0,
							"CREATING": 1,
							"PENDING_TWO_FACTOR_AUTH_REGISTRATION": 2,
							"ACTIVE": 3,
							"DISABLING": 4,
							"DISABLED": 5,
							"DELETING": 6,
							"DELETED": 7,
							"FAILED": 8
						} },
						"QuorumAuth": { "fields": {
							"totalApproverCount": {
								"type": "int32",
								"id": 1,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							},
							"requiredApproverCount": {
								"type": "int32",
								"id": 2,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"twoFactorPublicKeyPems": {
								"rule": "repeated",
								"type": "string",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							}
						} }
					}
				},
				"SingleTenantHsmInstanceProposal": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/SingleTenantHsmInstanceProposal",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/singleTenantHsmInstances/{single_tenant_hsm_instance}/proposals/{proposal}",
						"(google.api.resource).plural": "singleTenantHsmInstanceProposals",
						"(google.api.resource).singular": "singleTenantHsmInstanceProposal"
					},
					"oneofs": {
						"approvalParameters": { "oneof": ["quorumParameters", "requiredActionQuorumParameters"] },
						"expiration": { "oneof": ["expireTime", "ttl"] },
						"operation": { "oneof": [
							"registerTwoFactorAuthKeys",
							"disableSingleTenantHsmInstance",
							"enableSingleTenantHsmInstance",
							"deleteSingleTenantHsmInstance",
							"addQuorumMember",
							"removeQuorumMember",
							"refreshSingleTenantHsmInstance",
							"upgradeKeyTrust"
						] }
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "IDENTIFIER" }
						},
						"createTime": {
							"type": "google.protobuf.Timestamp",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"state": {
							"type": "State",
							"id": 3,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"failureReason": {
							"type": "string",
							"id": 4,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"quorumParameters": {
							"type": "QuorumParameters",
							"id": 5,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"requiredActionQuorumParameters": {
							"type": "RequiredActionQuorumParameters",
							"id": 14,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"expireTime": {
							"type": "google.protobuf.Timestamp",
							"id": 6
						},
						"ttl": {
							"type": "google.protobuf.Duration",
							"id": 7,
							"options": { "(google.api.field_behavior)": "INPUT_ONLY" }
						},
						"deleteTime": {
							"type": "google.protobuf.Timestamp",
							"id": 15,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"purgeTime": {
							"type": "google.protobuf.Timestamp",
							"id": 16,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"registerTwoFactorAuthKeys": {
							"type": "RegisterTwoFactorAuthKeys",
							"id": 8
						},
						"disableSingleTenantHsmInstance": {
							"type": "DisableSingleTenantHsmInstance",
							"id": 9
						},
						"enableSingleTenantHsmInstance": {
							"type": "EnableSingleTenantHsmInstance",
							"id": 10
						},
						"deleteSingleTenantHsmInstance": {
							"type": "DeleteSingleTenantHsmInstance",
							"id": 11
						},
						"addQuorumMember": {
							"type": "AddQuorumMember",
							"id": 12
						},
						"removeQuorumMember": {
							"type": "RemoveQuorumMember",
							"id": 13
						},
						"refreshSingleTenantHsmInstance": {
							"type": "RefreshSingleTenantHsmInstance",
							"id": 17
						},
						"upgradeKeyTrust": {
							"type": "UpgradeKeyTrust",
							"id": 18
						}
					},
					"nested": {
						"State": { "values": {
							"STATE_UNSPECIFIED": 0,
							"CREATING": 1,
							"PENDING": 2,
							"APPROVED": 3,
							"RUNNING": 4,
							"SUCCEEDED": 5,
							"FAILED": 6,
							"DELETED": 7
						} },
						"QuorumParameters": { "fields": {
							"requiredApproverCount": {
								"type": "int32",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"challenges": {
								"rule": "repeated",
								"type": "Challenge",
								"id": 2,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"approvedTwoFactorPublicKeyPems": {
								"rule": "repeated",
								"type": "string",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							}
						} },
						"RequiredActionQuorumParameters": { "fields": {
							"requiredChallenges": {
								"rule": "repeated",
								"type": "Challenge",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"requiredApproverCount": {
								"type": "int32",
								"id": 2,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"quorumChallenges": {
								"rule": "repeated",
								"type": "Challenge",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"approvedTwoFactorPublicKeyPems": {
								"rule": "repeated",
								"type": "string",
								"id": 4,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							}
						} },
						"RegisterTwoFactorAuthKeys": { "fields": {
							"requiredApproverCount": {
								"type": "int32",
								"id": 1,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							},
							"twoFactorPublicKeyPems": {
								"rule": "repeated",
								"type": "string",
								"id": 2,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							}
						} },
						"DisableSingleTenantHsmInstance": { "fields": {} },
						"EnableSingleTenantHsmInstance": { "fields": {} },
						"DeleteSingleTenantHsmInstance": { "fields": {} },
						"AddQuorumMember": { "fields": { "twoFactorPublicKeyPem": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						} } },
						"RemoveQuorumMember": { "fields": { "twoFactorPublicKeyPem": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						} } },
						"RefreshSingleTenantHsmInstance": { "fields": {} },
						"UpgradeKeyTrust": { "fields": {
							"name": {
								"type": "string",
								"id": 1,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							},
							"twoFactorPublicKeyPem": {
								"type": "string",
								"id": 2,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							}
						} }
					}
				},
				"Challenge": { "fields": {
					"challenge": {
						"type": "bytes",
						"id": 1,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"publicKeyPem": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					}
				} },
				"ChallengeReply": { "fields": {
					"signedChallenge": {
						"type": "bytes",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"publicKeyPem": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"ListSingleTenantHsmInstancesRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "locations.googleapis.com/Location"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"filter": {
						"type": "string",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"orderBy": {
						"type": "string",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"showDeleted": {
						"type": "bool",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListSingleTenantHsmInstancesResponse": { "fields": {
					"singleTenantHsmInstances": {
						"rule": "repeated",
						"type": "SingleTenantHsmInstance",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"totalSize": {
						"type": "int32",
						"id": 3
					}
				} },
				"GetSingleTenantHsmInstanceRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/SingleTenantHsmInstance"
					}
				} } },
				"CreateSingleTenantHsmInstanceRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "locations.googleapis.com/Location"
						}
					},
					"singleTenantHsmInstanceId": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"singleTenantHsmInstance": {
						"type": "SingleTenantHsmInstance",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"CreateSingleTenantHsmInstanceMetadata": { "fields": {} },
				"CreateSingleTenantHsmInstanceProposalRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/SingleTenantHsmInstance"
						}
					},
					"singleTenantHsmInstanceProposalId": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"singleTenantHsmInstanceProposal": {
						"type": "SingleTenantHsmInstanceProposal",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"CreateSingleTenantHsmInstanceProposalMetadata": { "fields": {} },
				"GetSingleTenantHsmInstanceProposalRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/SingleTenantHsmInstanceProposal"
					}
				} } },
				"ApproveSingleTenantHsmInstanceProposalRequest": {
					"oneofs": { "approvalPayload": { "oneof": ["quorumReply", "requiredActionQuorumReply"] } },
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "cloudkms.googleapis.com/SingleTenantHsmInstanceProposal"
							}
						},
						"quorumReply": {
							"type": "QuorumReply",
							"id": 2,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						},
						"requiredActionQuorumReply": {
							"type": "RequiredActionQuorumReply",
							"id": 3,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						}
					},
					"nested": {
						"QuorumReply": { "fields": { "challengeReplies": {
							"rule": "repeated",
							"type": "ChallengeReply",
							"id": 1,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						} } },
						"RequiredActionQuorumReply": { "fields": {
							"requiredChallengeReplies": {
								"rule": "repeated",
								"type": "ChallengeReply",
								"id": 1,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							},
							"quorumChallengeReplies": {
								"rule": "repeated",
								"type": "ChallengeReply",
								"id": 2,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							}
						} }
					}
				},
				"ApproveSingleTenantHsmInstanceProposalResponse": { "fields": {} },
				"ExecuteSingleTenantHsmInstanceProposalRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/SingleTenantHsmInstanceProposal"
					}
				} } },
				"ExecuteSingleTenantHsmInstanceProposalResponse": { "fields": {} },
				"ExecuteSingleTenantHsmInstanceProposalMetadata": { "fields": {} },
				"ListSingleTenantHsmInstanceProposalsRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/SingleTenantHsmInstance"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"filter": {
						"type": "string",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"orderBy": {
						"type": "string",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"showDeleted": {
						"type": "bool",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListSingleTenantHsmInstanceProposalsResponse": { "fields": {
					"singleTenantHsmInstanceProposals": {
						"rule": "repeated",
						"type": "SingleTenantHsmInstanceProposal",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"totalSize": {
						"type": "int32",
						"id": 3
					}
				} },
				"DeleteSingleTenantHsmInstanceProposalRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/SingleTenantHsmInstanceProposal"
					}
				} } },
				"KeyRing": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/KeyRing",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/keyRings/{key_ring}"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"createTime": {
							"type": "google.protobuf.Timestamp",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						}
					}
				},
				"CryptoKey": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/CryptoKey",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{crypto_key}"
					},
					"oneofs": { "rotationSchedule": { "oneof": ["rotationPeriod"] } },
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"primary": {
							"type": "CryptoKeyVersion",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"purpose": {
							"type": "CryptoKeyPurpose",
							"id": 3,
							"options": { "(google.api.field_behavior)": "IMMUTABLE" }
						},
						"createTime": {
							"type": "google.protobuf.Timestamp",
							"id": 5,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"nextRotationTime": {
							"type": "google.protobuf.Timestamp",
							"id": 7
						},
						"rotationPeriod": {
							"type": "google.protobuf.Duration",
							"id": 8
						},
						"versionTemplate": {
							"type": "CryptoKeyVersionTemplate",
							"id": 11
						},
						"labels": {
							"keyType": "string",
							"type": "string",
							"id": 10
						},
						"importOnly": {
							"type": "bool",
							"id": 13,
							"options": { "(google.api.field_behavior)": "IMMUTABLE" }
						},
						"destroyScheduledDuration": {
							"type": "google.protobuf.Duration",
							"id": 14,
							"options": { "(google.api.field_behavior)": "IMMUTABLE" }
						},
						"cryptoKeyBackend": {
							"type": "string",
							"id": 15,
							"options": {
								"(google.api.field_behavior)": "IMMUTABLE",
								"(google.api.resource_reference).type": "*"
							}
						},
						"keyAccessJustificationsPolicy": {
							"type": "KeyAccessJustificationsPolicy",
							"id": 17,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					},
					"nested": { "CryptoKeyPurpose": { "values": {
						"CRYPTO_KEY_PURPOSE_UNSPECIFIED": 0,
						"ENCRYPT_DECRYPT": 1,
						"ASYMMETRIC_SIGN": 5,
						"ASYMMETRIC_DECRYPT": 6,
						"RAW_ENCRYPT_DECRYPT": 7,
						"MAC": 9,
						"KEY_ENCAPSULATION": 10,
						"AES_WRAPPING": 11
					} } }
				},
				"CryptoKeyVersionTemplate": { "fields": {
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 1
					},
					"algorithm": {
						"type": "CryptoKeyVersion.CryptoKeyVersionAlgorithm",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"KeyOperationAttestation": {
					"fields": {
						"format": {
							"type": "AttestationFormat",
							"id": 4,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"content": {
							"type": "bytes",
							"id": 5,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"certChains": {
							"type": "CertificateChains",
							"id": 6,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						}
					},
					"nested": {
						"AttestationFormat": { "values": {
							"ATTESTATION_FORMAT_UNSPECIFIED": 0,
							"CAVIUM_V1_COMPRESSED": 3,
							"CAVIUM_V2_COMPRESSED": 4
						} },
						"CertificateChains": { "fields": {
							"caviumCerts": {
								"rule": "repeated",
								"type": "string",
								"id": 1
							},
							"googleCardCerts": {
								"rule": "repeated",
								"type": "string",
								"id": 2
							},
							"googlePartitionCerts": {
								"rule": "repeated",
								"type": "string",
								"id": 3
							}
						} }
					}
				},
				"CryptoKeyVersion": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/CryptoKeyVersion",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{crypto_key}/cryptoKeyVersions/{crypto_key_version}"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"state": {
							"type": "CryptoKeyVersionState",
							"id": 3
						},
						"protectionLevel": {
							"type": "ProtectionLevel",
							"id": 7,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"algorithm": {
							"type": "CryptoKeyVersionAlgorithm",
							"id": 10,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"attestation": {
							"type": "KeyOperationAttestation",
							"id": 8,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"createTime": {
							"type": "google.protobuf.Timestamp",
							"id": 4,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"generateTime": {
							"type": "google.protobuf.Timestamp",
							"id": 11,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"destroyTime": {
							"type": "google.protobuf.Timestamp",
							"id": 5,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"destroyEventTime": {
							"type": "google.protobuf.Timestamp",
							"id": 6,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"importJob": {
							"type": "string",
							"id": 14,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"importTime": {
							"type": "google.protobuf.Timestamp",
							"id": 15,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"importFailureReason": {
							"type": "string",
							"id": 16,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"generationFailureReason": {
							"type": "string",
							"id": 19,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"externalDestructionFailureReason": {
							"type": "string",
							"id": 20,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"externalProtectionLevelOptions": {
							"type": "ExternalProtectionLevelOptions",
							"id": 17
						},
						"reimportEligible": {
							"type": "bool",
							"id": 18,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"trustedWrappingEnabled": {
							"type": "bool",
							"id": 21,
							"options": { "(google.api.field_behavior)": "IMMUTABLE" }
						},
						"hsmTrusted": {
							"type": "bool",
							"id": 23,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						}
					},
					"nested": {
						"CryptoKeyVersionAlgorithm": { "values": {
							"CRYPTO_KEY_VERSION_ALGORITHM_UNSPECIFIED": 0,
							"GOOGLE_SYMMETRIC_ENCRYPTION": 1,
							"AES_128_GCM": 41,
							"AES_256_GCM": 19,
							"AES_128_CBC": 42,
							"AES_256_CBC": 43,
							"AES_128_CTR": 44,
							"AES_256_CTR": 45,
							"RSA_SIGN_PSS_2048_SHA256": 2,
							"RSA_SIGN_PSS_3072_SHA256": 3,
							"RSA_SIGN_PSS_4096_SHA256": 4,
							"RSA_SIGN_PSS_4096_SHA512": 15,
							"RSA_SIGN_PKCS1_2048_SHA256": 5,
							"RSA_SIGN_PKCS1_3072_SHA256": 6,
							"RSA_SIGN_PKCS1_4096_SHA256": 7,
							"RSA_SIGN_PKCS1_4096_SHA512": 16,
							"RSA_SIGN_RAW_PKCS1_2048": 28,
							"RSA_SIGN_RAW_PKCS1_3072": 29,
							"RSA_SIGN_RAW_PKCS1_4096": 30,
							"RSA_DECRYPT_OAEP_2048_SHA256": 8,
							"RSA_DECRYPT_OAEP_3072_SHA256": 9,
							"RSA_DECRYPT_OAEP_4096_SHA256": 10,
							"RSA_DECRYPT_OAEP_4096_SHA512": 17,
							"RSA_DECRYPT_OAEP_2048_SHA1": 37,
							"RSA_DECRYPT_OAEP_3072_SHA1": 38,
							"RSA_DECRYPT_OAEP_4096_SHA1": 39,
							"EC_SIGN_P256_SHA256": 12,
							"EC_SIGN_P384_SHA384": 13,
							"EC_SIGN_SECP256K1_SHA256": 31,
							"EC_SIGN_ED25519": 40,
							"HMAC_SHA256": 32,
							"HMAC_SHA1": 33,
							"HMAC_SHA384": 34,
							"HMAC_SHA512": 35,
							"HMAC_SHA224": 36,
							"EXTERNAL_SYMMETRIC_ENCRYPTION": 18,
							"ML_KEM_768": 47,
							"ML_KEM_1024": 48,
							"KEM_XWING": 63,
							"PQ_SIGN_ML_DSA_44": 68,
							"PQ_SIGN_ML_DSA_65": 56,
							"PQ_SIGN_ML_DSA_87": 69,
							"PQ_SIGN_SLH_DSA_SHA2_128S": 57,
							"PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256": 60,
							"PQ_SIGN_ML_DSA_44_EXTERNAL_MU": 70,
							"PQ_SIGN_ML_DSA_65_EXTERNAL_MU": 67,
							"PQ_SIGN_ML_DSA_87_EXTERNAL_MU": 71,
							"AES_256_KWP": 73
						} },
						"CryptoKeyVersionState": { "values": {
							"CRYPTO_KEY_VERSION_STATE_UNSPECIFIED": 0,
							"PENDING_GENERATION": 5,
							"ENABLED": 1,
							"DISABLED": 2,
							"DESTROYED": 3,
							"DESTROY_SCHEDULED": 4,
							"PENDING_IMPORT": 6,
							"IMPORT_FAILED": 7,
							"GENERATION_FAILED": 8,
							"PENDING_EXTERNAL_DESTRUCTION": 9,
							"EXTERNAL_DESTRUCTION_FAILED": 10
						} },
						"CryptoKeyVersionView": { "values": {
							"CRYPTO_KEY_VERSION_VIEW_UNSPECIFIED": 0,
							"FULL": 1
						} }
					}
				},
				"ChecksummedData": { "fields": {
					"data": {
						"type": "bytes",
						"id": 3
					},
					"crc32cChecksum": {
						"type": "google.protobuf.Int64Value",
						"id": 2
					}
				} },
				"PublicKey": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/PublicKey",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{crypto_key}/cryptoKeyVersions/{crypto_key_version}/publicKey"
					},
					"fields": {
						"pem": {
							"type": "string",
							"id": 1
						},
						"algorithm": {
							"type": "CryptoKeyVersion.CryptoKeyVersionAlgorithm",
							"id": 2
						},
						"pemCrc32c": {
							"type": "google.protobuf.Int64Value",
							"id": 3
						},
						"name": {
							"type": "string",
							"id": 4
						},
						"protectionLevel": {
							"type": "ProtectionLevel",
							"id": 5
						},
						"publicKeyFormat": {
							"type": "PublicKeyFormat",
							"id": 7
						},
						"publicKey": {
							"type": "ChecksummedData",
							"id": 8
						}
					},
					"nested": { "PublicKeyFormat": { "values": {
						"PUBLIC_KEY_FORMAT_UNSPECIFIED": 0,
						"PEM": 1,
						"DER": 2,
						"NIST_PQC": 3,
						"XWING_RAW_BYTES": 4
					} } }
				},
				"ImportJob": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/ImportJob",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/keyRings/{key_ring}/importJobs/{import_job}"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"importMethod": {
							"type": "ImportMethod",
							"id": 2,
							"options": { "(google.api.field_behavior)": "IMMUTABLE" }
						},
						"protectionLevel": {
							"type": "ProtectionLevel",
							"id": 9,
							"options": { "(google.api.field_behavior)": "IMMUTABLE" }
						},
						"createTime": {
							"type": "google.protobuf.Timestamp",
							"id": 3,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"generateTime": {
							"type": "google.protobuf.Timestamp",
							"id": 4,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"expireTime": {
							"type": "google.protobuf.Timestamp",
							"id": 5,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"expireEventTime": {
							"type": "google.protobuf.Timestamp",
							"id": 10,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"state": {
							"type": "ImportJobState",
							"id": 6,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"publicKey": {
							"type": "WrappingPublicKey",
							"id": 7,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"publicKeyFormat": {
							"type": "PublicKey.PublicKeyFormat",
							"id": 12,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"attestation": {
							"type": "KeyOperationAttestation",
							"id": 8,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"cryptoKeyBackend": {
							"type": "string",
							"id": 11,
							"options": {
								"(google.api.field_behavior)": "IMMUTABLE",
								"(google.api.resource_reference).type": "*"
							}
						}
					},
					"nested": {
						"ImportMethod": { "values": {
							"IMPORT_METHOD_UNSPECIFIED": 0,
							"RSA_OAEP_3072_SHA1_AES_256": 1,
							"RSA_OAEP_4096_SHA1_AES_256": 2,
							"RSA_OAEP_3072_SHA256_AES_256": 3,
							"RSA_OAEP_4096_SHA256_AES_256": 4,
							"RSA_OAEP_3072_SHA256": 5,
							"RSA_OAEP_4096_SHA256": 6,
							"HPKE_KEM_ML_KEM_768_HKDF_SHA256_AES_256_GCM": 8,
							"HPKE_KEM_ML_KEM_1024_HKDF_SHA256_AES_256_GCM": 9,
							"HPKE_KEM_XWING_HKDF_SHA256_AES_256_GCM": 10
						} },
						"ImportJobState": { "values": {
							"IMPORT_JOB_STATE_UNSPECIFIED": 0,
							"PENDING_GENERATION": 1,
							"ACTIVE": 2,
							"EXPIRED": 3
						} },
						"WrappingPublicKey": { "fields": {
							"pem": {
								"type": "string",
								"id": 1
							},
							"data": {
								"type": "bytes",
								"id": 2,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							}
						} }
					}
				},
				"ExternalProtectionLevelOptions": { "fields": {
					"externalKeyUri": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"ekmConnectionKeyPath": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"ekmConnectionBackendOverride": {
						"type": "string",
						"id": 3,
						"options": {
							"(google.api.field_behavior)": "OPTIONAL",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/EkmConnection"
						}
					}
				} },
				"KeyAccessJustificationsPolicy": { "fields": { "allowedAccessReasons": {
					"rule": "repeated",
					"type": "AccessReason",
					"id": 1
				} } },
				"RetiredResource": {
					"options": {
						"(google.api.resource).type": "cloudkms.googleapis.com/RetiredResource",
						"(google.api.resource).pattern": "projects/{project}/locations/{location}/retiredResources/{retired_resource}",
						"(google.api.resource).plural": "retiredResources",
						"(google.api.resource).singular": "retiredResource"
					},
					"fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "IDENTIFIER" }
						},
						"originalResource": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"resourceType": {
							"type": "string",
							"id": 3,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						},
						"deleteTime": {
							"type": "google.protobuf.Timestamp",
							"id": 4,
							"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
						}
					}
				},
				"ProtectionLevel": { "values": {
					"PROTECTION_LEVEL_UNSPECIFIED": 0,
					"SOFTWARE": 1,
					"HSM": 2,
					"EXTERNAL": 3,
					"EXTERNAL_VPC": 4,
					"HSM_SINGLE_TENANT": 5
				} },
				"AccessReason": {
					"valuesOptions": {
						"MODIFIED_CUSTOMER_INITIATED_ACCESS": { "deprecated": true },
						"MODIFIED_GOOGLE_INITIATED_SYSTEM_OPERATION": { "deprecated": true }
					},
					"values": {
						"REASON_UNSPECIFIED": 0,
						"CUSTOMER_INITIATED_SUPPORT": 1,
						"GOOGLE_INITIATED_SERVICE": 2,
						"THIRD_PARTY_DATA_REQUEST": 3,
						"GOOGLE_INITIATED_REVIEW": 4,
						"CUSTOMER_INITIATED_ACCESS": 5,
						"GOOGLE_INITIATED_SYSTEM_OPERATION": 6,
						"REASON_NOT_EXPECTED": 7,
						"MODIFIED_CUSTOMER_INITIATED_ACCESS": 8,
						"MODIFIED_GOOGLE_INITIATED_SYSTEM_OPERATION": 9,
						"GOOGLE_RESPONSE_TO_PRODUCTION_ALERT": 10,
						"CUSTOMER_AUTHORIZED_WORKFLOW_SERVICING": 11
					}
				},
				"KeyManagementService": {
					"options": {
						"(google.api.default_host)": "cloudkms.googleapis.com",
						"(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/cloudkms"
					},
					"methods": {
						"ListKeyRings": {
							"requestType": "ListKeyRingsRequest",
							"responseType": "ListKeyRingsResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*}/keyRings",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*}/keyRings" } }, { "(google.api.method_signature)": "parent" }]
						},
						"ListCryptoKeys": {
							"requestType": "ListCryptoKeysRequest",
							"responseType": "ListCryptoKeysResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*/keyRings/*}/cryptoKeys",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*/keyRings/*}/cryptoKeys" } }, { "(google.api.method_signature)": "parent" }]
						},
						"ListCryptoKeyVersions": {
							"requestType": "ListCryptoKeyVersionsRequest",
							"responseType": "ListCryptoKeyVersionsResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*/keyRings/*/cryptoKeys/*}/cryptoKeyVersions",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*/keyRings/*/cryptoKeys/*}/cryptoKeyVersions" } }, { "(google.api.method_signature)": "parent" }]
						},
						"ListImportJobs": {
							"requestType": "ListImportJobsRequest",
							"responseType": "ListImportJobsResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*/keyRings/*}/importJobs",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*/keyRings/*}/importJobs" } }, { "(google.api.method_signature)": "parent" }]
						},
						"ListRetiredResources": {
							"requestType": "ListRetiredResourcesRequest",
							"responseType": "ListRetiredResourcesResponse",
							"options": {
								"(google.api.http).get": "/v1/{parent=projects/*/locations/*}/retiredResources",
								"(google.api.method_signature)": "parent"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{parent=projects/*/locations/*}/retiredResources" } }, { "(google.api.method_signature)": "parent" }]
						},
						"GetKeyRing": {
							"requestType": "GetKeyRingRequest",
							"responseType": "KeyRing",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/keyRings/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/keyRings/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"GetCryptoKey": {
							"requestType": "GetCryptoKeyRequest",
							"responseType": "CryptoKey",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"GetCryptoKeyVersion": {
							"requestType": "GetCryptoKeyVersionRequest",
							"responseType": "CryptoKeyVersion",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"GetPublicKey": {
							"requestType": "GetPublicKeyRequest",
							"responseType": "PublicKey",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}/publicKey",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}/publicKey" } }, { "(google.api.method_signature)": "name" }]
						},
						"GetImportJob": {
							"requestType": "GetImportJobRequest",
							"responseType": "ImportJob",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/keyRings/*/importJobs/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/keyRings/*/importJobs/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"GetRetiredResource": {
							"requestType": "GetRetiredResourceRequest",
							"responseType": "RetiredResource",
							"options": {
								"(google.api.http).get": "/v1/{name=projects/*/locations/*/retiredResources/*}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/retiredResources/*}" } }, { "(google.api.method_signature)": "name" }]
						},
						"CreateKeyRing": {
							"requestType": "CreateKeyRingRequest",
							"responseType": "KeyRing",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*}/keyRings",
								"(google.api.http).body": "key_ring",
								"(google.api.method_signature)": "parent,key_ring_id,key_ring"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{parent=projects/*/locations/*}/keyRings",
								"body": "key_ring"
							} }, { "(google.api.method_signature)": "parent,key_ring_id,key_ring" }]
						},
						"CreateCryptoKey": {
							"requestType": "CreateCryptoKeyRequest",
							"responseType": "CryptoKey",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*/keyRings/*}/cryptoKeys",
								"(google.api.http).body": "crypto_key",
								"(google.api.method_signature)": "parent,crypto_key_id,crypto_key"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{parent=projects/*/locations/*/keyRings/*}/cryptoKeys",
								"body": "crypto_key"
							} }, { "(google.api.method_signature)": "parent,crypto_key_id,crypto_key" }]
						},
						"CreateCryptoKeyVersion": {
							"requestType": "CreateCryptoKeyVersionRequest",
							"responseType": "CryptoKeyVersion",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*/keyRings/*/cryptoKeys/*}/cryptoKeyVersions",
								"(google.api.http).body": "crypto_key_version",
								"(google.api.method_signature)": "parent,crypto_key_version"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{parent=projects/*/locations/*/keyRings/*/cryptoKeys/*}/cryptoKeyVersions",
								"body": "crypto_key_version"
							} }, { "(google.api.method_signature)": "parent,crypto_key_version" }]
						},
						"DeleteCryptoKey": {
							"requestType": "DeleteCryptoKeyRequest",
							"responseType": "google.longrunning.Operation",
							"options": {
								"(google.api.http).delete": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*}",
								"(google.api.method_signature)": "name",
								"(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
								"(google.longrunning.operation_info).metadata_type": "DeleteCryptoKeyMetadata"
							},
							"parsedOptions": [
								{ "(google.api.http)": { "delete": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*}" } },
								{ "(google.api.method_signature)": "name" },
								{ "(google.longrunning.operation_info)": {
									"response_type": "google.protobuf.Empty",
									"metadata_type": "DeleteCryptoKeyMetadata"
								} }
							]
						},
						"DeleteCryptoKeyVersion": {
							"requestType": "DeleteCryptoKeyVersionRequest",
							"responseType": "google.longrunning.Operation",
							"options": {
								"(google.api.http).delete": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}",
								"(google.api.method_signature)": "name",
								"(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
								"(google.longrunning.operation_info).metadata_type": "DeleteCryptoKeyVersionMetadata"
							},
							"parsedOptions": [
								{ "(google.api.http)": { "delete": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}" } },
								{ "(google.api.method_signature)": "name" },
								{ "(google.longrunning.operation_info)": {
									"response_type": "google.protobuf.Empty",
									"metadata_type": "DeleteCryptoKeyVersionMetadata"
								} }
							]
						},
						"ImportCryptoKeyVersion": {
							"requestType": "ImportCryptoKeyVersionRequest",
							"responseType": "CryptoKeyVersion",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*/keyRings/*/cryptoKeys/*}/cryptoKeyVersions:import",
								"(google.api.http).body": "*"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{parent=projects/*/locations/*/keyRings/*/cryptoKeys/*}/cryptoKeyVersions:import",
								"body": "*"
							} }]
						},
						"ImportTrustedKeyWrappedCryptoKeyVersion": {
							"requestType": "ImportTrustedKeyWrappedCryptoKeyVersionRequest",
							"responseType": "CryptoKeyVersion",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*/keyRings/*/cryptoKeys/*}/cryptoKeyVersions:importTrustedKeyWrappedCryptoKeyVersion",
								"(google.api.http).body": "*"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{parent=projects/*/locations/*/keyRings/*/cryptoKeys/*}/cryptoKeyVersions:importTrustedKeyWrappedCryptoKeyVersion",
								"body": "*"
							} }]
						},
						"ExportTrustedKeyWrappedCryptoKeyVersion": {
							"requestType": "ExportTrustedKeyWrappedCryptoKeyVersionRequest",
							"responseType": "ExportTrustedKeyWrappedCryptoKeyVersionResponse",
							"options": { "(google.api.http).get": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:exportTrustedKeyWrappedCryptoKeyVersion" },
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:exportTrustedKeyWrappedCryptoKeyVersion" } }]
						},
						"CreateImportJob": {
							"requestType": "CreateImportJobRequest",
							"responseType": "ImportJob",
							"options": {
								"(google.api.http).post": "/v1/{parent=projects/*/locations/*/keyRings/*}/importJobs",
								"(google.api.http).body": "import_job",
								"(google.api.method_signature)": "parent,import_job_id,import_job"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{parent=projects/*/locations/*/keyRings/*}/importJobs",
								"body": "import_job"
							} }, { "(google.api.method_signature)": "parent,import_job_id,import_job" }]
						},
						"UpdateCryptoKey": {
							"requestType": "UpdateCryptoKeyRequest",
							"responseType": "CryptoKey",
							"options": {
								"(google.api.http).patch": "/v1/{crypto_key.name=projects/*/locations/*/keyRings/*/cryptoKeys/*}",
								"(google.api.http).body": "crypto_key",
								"(google.api.method_signature)": "crypto_key,update_mask"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"patch": "/v1/{crypto_key.name=projects/*/locations/*/keyRings/*/cryptoKeys/*}",
								"body": "crypto_key"
							} }, { "(google.api.method_signature)": "crypto_key,update_mask" }]
						},
						"UpdateCryptoKeyVersion": {
							"requestType": "UpdateCryptoKeyVersionRequest",
							"responseType": "CryptoKeyVersion",
							"options": {
								"(google.api.http).patch": "/v1/{crypto_key_version.name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}",
								"(google.api.http).body": "crypto_key_version",
								"(google.api.method_signature)": "crypto_key_version,update_mask"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"patch": "/v1/{crypto_key_version.name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}",
								"body": "crypto_key_version"
							} }, { "(google.api.method_signature)": "crypto_key_version,update_mask" }]
						},
						"UpdateCryptoKeyPrimaryVersion": {
							"requestType": "UpdateCryptoKeyPrimaryVersionRequest",
							"responseType": "CryptoKey",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*}:updatePrimaryVersion",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name,crypto_key_version_id"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*}:updatePrimaryVersion",
								"body": "*"
							} }, { "(google.api.method_signature)": "name,crypto_key_version_id" }]
						},
						"DestroyCryptoKeyVersion": {
							"requestType": "DestroyCryptoKeyVersionRequest",
							"responseType": "CryptoKeyVersion",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:destroy",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:destroy",
								"body": "*"
							} }, { "(google.api.method_signature)": "name" }]
						},
						"RestoreCryptoKeyVersion": {
							"requestType": "RestoreCryptoKeyVersionRequest",
							"responseType": "CryptoKeyVersion",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:restore",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:restore",
								"body": "*"
							} }, { "(google.api.method_signature)": "name" }]
						},
						"Encrypt": {
							"requestType": "EncryptRequest",
							"responseType": "EncryptResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/**}:encrypt",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name,plaintext"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/**}:encrypt",
								"body": "*"
							} }, { "(google.api.method_signature)": "name,plaintext" }]
						},
						"Decrypt": {
							"requestType": "DecryptRequest",
							"responseType": "DecryptResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*}:decrypt",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name,ciphertext"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*}:decrypt",
								"body": "*"
							} }, { "(google.api.method_signature)": "name,ciphertext" }]
						},
						"RawEncrypt": {
							"requestType": "RawEncryptRequest",
							"responseType": "RawEncryptResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:rawEncrypt",
								"(google.api.http).body": "*"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:rawEncrypt",
								"body": "*"
							} }]
						},
						"RawDecrypt": {
							"requestType": "RawDecryptRequest",
							"responseType": "RawDecryptResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:rawDecrypt",
								"(google.api.http).body": "*"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:rawDecrypt",
								"body": "*"
							} }]
						},
						"AsymmetricSign": {
							"requestType": "AsymmetricSignRequest",
							"responseType": "AsymmetricSignResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:asymmetricSign",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name,digest"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:asymmetricSign",
								"body": "*"
							} }, { "(google.api.method_signature)": "name,digest" }]
						},
						"AsymmetricDecrypt": {
							"requestType": "AsymmetricDecryptRequest",
							"responseType": "AsymmetricDecryptResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:asymmetricDecrypt",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name,ciphertext"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:asymmetricDecrypt",
								"body": "*"
							} }, { "(google.api.method_signature)": "name,ciphertext" }]
						},
						"MacSign": {
							"requestType": "MacSignRequest",
							"responseType": "MacSignResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:macSign",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name,data"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:macSign",
								"body": "*"
							} }, { "(google.api.method_signature)": "name,data" }]
						},
						"MacVerify": {
							"requestType": "MacVerifyRequest",
							"responseType": "MacVerifyResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:macVerify",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name,data,mac"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:macVerify",
								"body": "*"
							} }, { "(google.api.method_signature)": "name,data,mac" }]
						},
						"Decapsulate": {
							"requestType": "DecapsulateRequest",
							"responseType": "DecapsulateResponse",
							"options": {
								"(google.api.http).post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:decapsulate",
								"(google.api.http).body": "*"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=projects/*/locations/*/keyRings/*/cryptoKeys/*/cryptoKeyVersions/*}:decapsulate",
								"body": "*"
							} }]
						},
						"GenerateRandomBytes": {
							"requestType": "GenerateRandomBytesRequest",
							"responseType": "GenerateRandomBytesResponse",
							"options": {
								"(google.api.http).post": "/v1/{location=projects/*/locations/*}:generateRandomBytes",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "location,length_bytes,protection_level"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{location=projects/*/locations/*}:generateRandomBytes",
								"body": "*"
							} }, { "(google.api.method_signature)": "location,length_bytes,protection_level" }]
						}
					}
				},
				"ListKeyRingsRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "locations.googleapis.com/Location"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"filter": {
						"type": "string",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"orderBy": {
						"type": "string",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListCryptoKeysRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/KeyRing"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"versionView": {
						"type": "CryptoKeyVersion.CryptoKeyVersionView",
						"id": 4
					},
					"filter": {
						"type": "string",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"orderBy": {
						"type": "string",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListCryptoKeyVersionsRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"view": {
						"type": "CryptoKeyVersion.CryptoKeyVersionView",
						"id": 4
					},
					"filter": {
						"type": "string",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"orderBy": {
						"type": "string",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListImportJobsRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/KeyRing"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"filter": {
						"type": "string",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"orderBy": {
						"type": "string",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListRetiredResourcesRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).child_type": "cloudkms.googleapis.com/RetiredResource"
						}
					},
					"pageSize": {
						"type": "int32",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"pageToken": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"ListKeyRingsResponse": { "fields": {
					"keyRings": {
						"rule": "repeated",
						"type": "KeyRing",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"totalSize": {
						"type": "int32",
						"id": 3
					}
				} },
				"ListCryptoKeysResponse": { "fields": {
					"cryptoKeys": {
						"rule": "repeated",
						"type": "CryptoKey",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"totalSize": {
						"type": "int32",
						"id": 3
					}
				} },
				"ListCryptoKeyVersionsResponse": { "fields": {
					"cryptoKeyVersions": {
						"rule": "repeated",
						"type": "CryptoKeyVersion",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"totalSize": {
						"type": "int32",
						"id": 3
					}
				} },
				"ListImportJobsResponse": { "fields": {
					"importJobs": {
						"rule": "repeated",
						"type": "ImportJob",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"totalSize": {
						"type": "int32",
						"id": 3
					}
				} },
				"ListRetiredResourcesResponse": { "fields": {
					"retiredResources": {
						"rule": "repeated",
						"type": "RetiredResource",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"totalSize": {
						"type": "int64",
						"id": 3
					}
				} },
				"GetKeyRingRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/KeyRing"
					}
				} } },
				"GetCryptoKeyRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
					}
				} } },
				"GetCryptoKeyVersionRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
					}
				} } },
				"GetPublicKeyRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
						}
					},
					"publicKeyFormat": {
						"type": "PublicKey.PublicKeyFormat",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"GetImportJobRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/ImportJob"
						}
					},
					"publicKeyFormat": {
						"type": "PublicKey.PublicKeyFormat",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"GetRetiredResourceRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/RetiredResource"
					}
				} } },
				"CreateKeyRingRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "locations.googleapis.com/Location"
						}
					},
					"keyRingId": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"keyRing": {
						"type": "KeyRing",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"CreateCryptoKeyRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/KeyRing"
						}
					},
					"cryptoKeyId": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"cryptoKey": {
						"type": "CryptoKey",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"skipInitialVersionCreation": {
						"type": "bool",
						"id": 5
					},
					"trustedWrappingEnabled": {
						"type": "bool",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"CreateCryptoKeyVersionRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
						}
					},
					"cryptoKeyVersion": {
						"type": "CryptoKeyVersion",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"DeleteCryptoKeyRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
					}
				} } },
				"DeleteCryptoKeyVersionRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
					}
				} } },
				"ImportCryptoKeyVersionRequest": {
					"oneofs": { "wrappedKeyMaterial": { "oneof": ["rsaAesWrappedKey"] } },
					"fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
							}
						},
						"cryptoKeyVersion": {
							"type": "string",
							"id": 6,
							"options": {
								"(google.api.field_behavior)": "OPTIONAL",
								"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
							}
						},
						"algorithm": {
							"type": "CryptoKeyVersion.CryptoKeyVersionAlgorithm",
							"id": 2,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						},
						"importJob": {
							"type": "string",
							"id": 4,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						},
						"wrappedKey": {
							"type": "bytes",
							"id": 8,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						},
						"rsaAesWrappedKey": {
							"type": "bytes",
							"id": 5,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						},
						"trustedWrappingEnabled": {
							"type": "bool",
							"id": 9,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					}
				},
				"ImportTrustedKeyWrappedCryptoKeyVersionRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"importingKey": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"cryptoKeyVersion": {
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"wrappedKey": {
						"type": "bytes",
						"id": 4,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"algorithm": {
						"type": "CryptoKeyVersion.CryptoKeyVersionAlgorithm",
						"id": 5,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"ExportTrustedKeyWrappedCryptoKeyVersionRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
						}
					},
					"wrappingKey": {
						"type": "string",
						"id": 2,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
						}
					}
				} },
				"ExportTrustedKeyWrappedCryptoKeyVersionResponse": { "fields": {
					"wrappedKey": {
						"type": "bytes",
						"id": 1
					},
					"wrappedKeyCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 2
					}
				} },
				"CreateImportJobRequest": { "fields": {
					"parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/KeyRing"
						}
					},
					"importJobId": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"importJob": {
						"type": "ImportJob",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"UpdateCryptoKeyRequest": { "fields": {
					"cryptoKey": {
						"type": "CryptoKey",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"updateMask": {
						"type": "google.protobuf.FieldMask",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"UpdateCryptoKeyVersionRequest": { "fields": {
					"cryptoKeyVersion": {
						"type": "CryptoKeyVersion",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"updateMask": {
						"type": "google.protobuf.FieldMask",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"UpdateCryptoKeyPrimaryVersionRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
						}
					},
					"cryptoKeyVersionId": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"DestroyCryptoKeyVersionRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
					}
				} } },
				"RestoreCryptoKeyVersionRequest": { "fields": { "name": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "REQUIRED",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
					}
				} } },
				"EncryptRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "*"
						}
					},
					"plaintext": {
						"type": "bytes",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"additionalAuthenticatedData": {
						"type": "bytes",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"plaintextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 7,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"additionalAuthenticatedDataCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 8,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"DecryptRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
						}
					},
					"ciphertext": {
						"type": "bytes",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"additionalAuthenticatedData": {
						"type": "bytes",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"ciphertextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"additionalAuthenticatedDataCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"RawEncryptRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"plaintext": {
						"type": "bytes",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"additionalAuthenticatedData": {
						"type": "bytes",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"plaintextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"additionalAuthenticatedDataCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"initializationVector": {
						"type": "bytes",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"initializationVectorCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 7,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"RawDecryptRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"ciphertext": {
						"type": "bytes",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"additionalAuthenticatedData": {
						"type": "bytes",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"initializationVector": {
						"type": "bytes",
						"id": 4,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"tagLength": {
						"type": "int32",
						"id": 5
					},
					"ciphertextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"additionalAuthenticatedDataCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 7,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"initializationVectorCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 8,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"AsymmetricSignRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
						}
					},
					"digest": {
						"type": "Digest",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"digestCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"data": {
						"type": "bytes",
						"id": 6,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"dataCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 7,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"AsymmetricDecryptRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
						}
					},
					"ciphertext": {
						"type": "bytes",
						"id": 3,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"ciphertextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 4,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"MacSignRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
						}
					},
					"data": {
						"type": "bytes",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"dataCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"MacVerifyRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
						}
					},
					"data": {
						"type": "bytes",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"dataCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					},
					"mac": {
						"type": "bytes",
						"id": 4,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"macCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 5,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"DecapsulateRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKeyVersion"
						}
					},
					"ciphertext": {
						"type": "bytes",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"ciphertextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 3,
						"options": { "(google.api.field_behavior)": "OPTIONAL" }
					}
				} },
				"GenerateRandomBytesRequest": { "fields": {
					"location": {
						"type": "string",
						"id": 1
					},
					"lengthBytes": {
						"type": "int32",
						"id": 2
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 3
					}
				} },
				"EncryptResponse": { "fields": {
					"name": {
						"type": "string",
						"id": 1
					},
					"ciphertext": {
						"type": "bytes",
						"id": 2
					},
					"ciphertextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 4
					},
					"verifiedPlaintextCrc32c": {
						"type": "bool",
						"id": 5
					},
					"verifiedAdditionalAuthenticatedDataCrc32c": {
						"type": "bool",
						"id": 6
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 7
					}
				} },
				"DecryptResponse": { "fields": {
					"plaintext": {
						"type": "bytes",
						"id": 1
					},
					"plaintextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 2
					},
					"usedPrimary": {
						"type": "bool",
						"id": 3
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 4
					}
				} },
				"RawEncryptResponse": { "fields": {
					"ciphertext": {
						"type": "bytes",
						"id": 1
					},
					"initializationVector": {
						"type": "bytes",
						"id": 2
					},
					"tagLength": {
						"type": "int32",
						"id": 3
					},
					"ciphertextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 4
					},
					"initializationVectorCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 5
					},
					"verifiedPlaintextCrc32c": {
						"type": "bool",
						"id": 6
					},
					"verifiedAdditionalAuthenticatedDataCrc32c": {
						"type": "bool",
						"id": 7
					},
					"verifiedInitializationVectorCrc32c": {
						"type": "bool",
						"id": 10
					},
					"name": {
						"type": "string",
						"id": 8
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 9
					}
				} },
				"RawDecryptResponse": { "fields": {
					"plaintext": {
						"type": "bytes",
						"id": 1
					},
					"plaintextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 2
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 3
					},
					"verifiedCiphertextCrc32c": {
						"type": "bool",
						"id": 4
					},
					"verifiedAdditionalAuthenticatedDataCrc32c": {
						"type": "bool",
						"id": 5
					},
					"verifiedInitializationVectorCrc32c": {
						"type": "bool",
						"id": 6
					}
				} },
				"AsymmetricSignResponse": { "fields": {
					"signature": {
						"type": "bytes",
						"id": 1
					},
					"signatureCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 2
					},
					"verifiedDigestCrc32c": {
						"type": "bool",
						"id": 3
					},
					"name": {
						"type": "string",
						"id": 4
					},
					"verifiedDataCrc32c": {
						"type": "bool",
						"id": 5
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 6
					}
				} },
				"AsymmetricDecryptResponse": { "fields": {
					"plaintext": {
						"type": "bytes",
						"id": 1
					},
					"plaintextCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 2
					},
					"verifiedCiphertextCrc32c": {
						"type": "bool",
						"id": 3
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 4
					}
				} },
				"MacSignResponse": { "fields": {
					"name": {
						"type": "string",
						"id": 1
					},
					"mac": {
						"type": "bytes",
						"id": 2
					},
					"macCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 3
					},
					"verifiedDataCrc32c": {
						"type": "bool",
						"id": 4
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 5
					}
				} },
				"MacVerifyResponse": { "fields": {
					"name": {
						"type": "string",
						"id": 1
					},
					"success": {
						"type": "bool",
						"id": 2
					},
					"verifiedDataCrc32c": {
						"type": "bool",
						"id": 3
					},
					"verifiedMacCrc32c": {
						"type": "bool",
						"id": 4
					},
					"verifiedSuccessIntegrity": {
						"type": "bool",
						"id": 5
					},
					"protectionLevel": {
						"type": "ProtectionLevel",
						"id": 6
					}
				} },
				"DecapsulateResponse": {
					"oneofs": { "_sharedSecretCrc32c": { "oneof": ["sharedSecretCrc32c"] } },
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"sharedSecret": {
							"type": "bytes",
							"id": 2
						},
						"sharedSecretCrc32c": {
							"type": "int64",
							"id": 3,
							"options": { "proto3_optional": true }
						},
						"verifiedCiphertextCrc32c": {
							"type": "bool",
							"id": 4
						},
						"protectionLevel": {
							"type": "ProtectionLevel",
							"id": 5
						}
					}
				},
				"GenerateRandomBytesResponse": { "fields": {
					"data": {
						"type": "bytes",
						"id": 1
					},
					"dataCrc32c": {
						"type": "google.protobuf.Int64Value",
						"id": 3
					}
				} },
				"Digest": {
					"oneofs": { "digest": { "oneof": [
						"sha256",
						"sha384",
						"sha512",
						"externalMu"
					] } },
					"fields": {
						"sha256": {
							"type": "bytes",
							"id": 1
						},
						"sha384": {
							"type": "bytes",
							"id": 2
						},
						"sha512": {
							"type": "bytes",
							"id": 3
						},
						"externalMu": {
							"type": "bytes",
							"id": 4
						}
					}
				},
				"LocationMetadata": { "fields": {
					"hsmAvailable": {
						"type": "bool",
						"id": 1
					},
					"ekmAvailable": {
						"type": "bool",
						"id": 2
					},
					"hsmSingleTenantAvailable": {
						"type": "bool",
						"id": 3
					}
				} },
				"DeleteCryptoKeyMetadata": { "fields": { "retiredResource": {
					"type": "string",
					"id": 1,
					"options": {
						"(google.api.field_behavior)": "OUTPUT_ONLY",
						"(google.api.resource_reference).type": "cloudkms.googleapis.com/RetiredResource"
					}
				} } },
				"DeleteCryptoKeyVersionMetadata": { "fields": {} }
			}
		} } } } },
		"api": {
			"options": {
				"go_package": "google.golang.org/genproto/googleapis/api/annotations;annotations",
				"java_multiple_files": true,
				"java_outer_classname": "ResourceProto",
				"java_package": "com.google.api",
				"objc_class_prefix": "GAPI"
			},
			"nested": {
				"http": {
					"type": "HttpRule",
					"id": 72295728,
					"extend": "google.protobuf.MethodOptions"
				},
				"Http": { "fields": {
					"rules": {
						"rule": "repeated",
						"type": "HttpRule",
						"id": 1
					},
					"fullyDecodeReservedExpansion": {
						"type": "bool",
						"id": 2
					}
				} },
				"HttpRule": {
					"oneofs": { "pattern": { "oneof": [
						"get",
						"put",
						"post",
						"delete",
						"patch",
						"custom"
					] } },
					"fields": {
						"selector": {
							"type": "string",
							"id": 1
						},
						"get": {
							"type": "string",
							"id": 2
						},
						"put": {
							"type": "string",
							"id": 3
						},
						"post": {
							"type": "string",
							"id": 4
						},
						"delete": {
							"type": "string",
							"id": 5
						},
						"patch": {
							"type": "string",
							"id": 6
						},
						"custom": {
							"type": "CustomHttpPattern",
							"id": 8
						},
						"body": {
							"type": "string",
							"id": 7
						},
						"responseBody": {
							"type": "string",
							"id": 12
						},
						"additionalBindings": {
							"rule": "repeated",
							"type": "HttpRule",
							"id": 11
						}
					}
				},
				"CustomHttpPattern": { "fields": {
					"kind": {
						"type": "string",
						"id": 1
					},
					"path": {
						"type": "string",
						"id": 2
					}
				} },
				"methodSignature": {
					"rule": "repeated",
					"type": "string",
					"id": 1051,
					"extend": "google.protobuf.MethodOptions"
				},
				"defaultHost": {
					"type": "string",
					"id": 1049,
					"extend": "google.protobuf.ServiceOptions"
				},
				"oauthScopes": {
					"type": "string",
					"id": 1050,
					"extend": "google.protobuf.ServiceOptions"
				},
				"apiVersion": {
					"type": "string",
					"id": 525000001,
					"extend": "google.protobuf.ServiceOptions"
				},
				"CommonLanguageSettings": { "fields": {
					"referenceDocsUri": {
						"type": "string",
						"id": 1,
						"options": { "deprecated": true }
					},
					"destinations": {
						"rule": "repeated",
						"type": "ClientLibraryDestination",
						"id": 2
					},
					"selectiveGapicGeneration": {
						"type": "SelectiveGapicGeneration",
						"id": 3
					}
				} },
				"ClientLibrarySettings": { "fields": {
					"version": {
						"type": "string",
						"id": 1
					},
					"launchStage": {
						"type": "LaunchStage",
						"id": 2
					},
					"restNumericEnums": {
						"type": "bool",
						"id": 3
					},
					"javaSettings": {
						"type": "JavaSettings",
						"id": 21
					},
					"cppSettings": {
						"type": "CppSettings",
						"id": 22
					},
					"phpSettings": {
						"type": "PhpSettings",
						"id": 23
					},
					"pythonSettings": {
						"type": "PythonSettings",
						"id": 24
					},
					"nodeSettings": {
						"type": "NodeSettings",
						"id": 25
					},
					"dotnetSettings": {
						"type": "DotnetSettings",
						"id": 26
					},
					"rubySettings": {
						"type": "RubySettings",
						"id": 27
					},
					"goSettings": {
						"type": "GoSettings",
						"id": 28
					}
				} },
				"Publishing": { "fields": {
					"methodSettings": {
						"rule": "repeated",
						"type": "MethodSettings",
						"id": 2
					},
					"newIssueUri": {
						"type": "string",
						"id": 101
					},
					"documentationUri": {
						"type": "string",
						"id": 102
					},
					"apiShortName": {
						"type": "string",
						"id": 103
					},
					"githubLabel": {
						"type": "string",
						"id": 104
					},
					"codeownerGithubTeams": {
						"rule": "repeated",
						"type": "string",
						"id": 105
					},
					"docTagPrefix": {
						"type": "string",
						"id": 106
					},
					"organization": {
						"type": "ClientLibraryOrganization",
						"id": 107
					},
					"librarySettings": {
						"rule": "repeated",
						"type": "ClientLibrarySettings",
						"id": 109
					},
					"protoReferenceDocumentationUri": {
						"type": "string",
						"id": 110
					},
					"restReferenceDocumentationUri": {
						"type": "string",
						"id": 111
					}
				} },
				"JavaSettings": { "fields": {
					"libraryPackage": {
						"type": "string",
						"id": 1
					},
					"serviceClassNames": {
						"keyType": "string",
						"type": "string",
						"id": 2
					},
					"common": {
						"type": "CommonLanguageSettings",
						"id": 3
					}
				} },
				"CppSettings": { "fields": { "common": {
					"type": "CommonLanguageSettings",
					"id": 1
				} } },
				"PhpSettings": { "fields": {
					"common": {
						"type": "CommonLanguageSettings",
						"id": 1
					},
					"libraryPackage": {
						"type": "string",
						"id": 2
					}
				} },
				"PythonSettings": {
					"fields": {
						"common": {
							"type": "CommonLanguageSettings",
							"id": 1
						},
						"experimentalFeatures": {
							"type": "ExperimentalFeatures",
							"id": 2
						}
					},
					"nested": { "ExperimentalFeatures": { "fields": {
						"restAsyncIoEnabled": {
							"type": "bool",
							"id": 1
						},
						"protobufPythonicTypesEnabled": {
							"type": "bool",
							"id": 2
						},
						"unversionedPackageDisabled": {
							"type": "bool",
							"id": 3
						}
					} } }
				},
				"NodeSettings": { "fields": { "common": {
					"type": "CommonLanguageSettings",
					"id": 1
				} } },
				"DotnetSettings": { "fields": {
					"common": {
						"type": "CommonLanguageSettings",
						"id": 1
					},
					"renamedServices": {
						"keyType": "string",
						"type": "string",
						"id": 2
					},
					"renamedResources": {
						"keyType": "string",
						"type": "string",
						"id": 3
					},
					"ignoredResources": {
						"rule": "repeated",
						"type": "string",
						"id": 4
					},
					"forcedNamespaceAliases": {
						"rule": "repeated",
						"type": "string",
						"id": 5
					},
					"handwrittenSignatures": {
						"rule": "repeated",
						"type": "string",
						"id": 6
					}
				} },
				"RubySettings": { "fields": { "common": {
					"type": "CommonLanguageSettings",
					"id": 1
				} } },
				"GoSettings": { "fields": {
					"common": {
						"type": "CommonLanguageSettings",
						"id": 1
					},
					"renamedServices": {
						"keyType": "string",
						"type": "string",
						"id": 2
					}
				} },
				"MethodSettings": {
					"fields": {
						"selector": {
							"type": "string",
							"id": 1
						},
						"longRunning": {
							"type": "LongRunning",
							"id": 2
						},
						"autoPopulatedFields": {
							"rule": "repeated",
							"type": "string",
							"id": 3
						},
						"batching": {
							"type": "BatchingConfigProto",
							"id": 4
						}
					},
					"nested": { "LongRunning": { "fields": {
						"initialPollDelay": {
							"type": "google.protobuf.Duration",
							"id": 1
						},
						"pollDelayMultiplier": {
							"type": "float",
							"id": 2
						},
						"maxPollDelay": {
							"type": "google.protobuf.Duration",
							"id": 3
						},
						"totalPollTimeout": {
							"type": "google.protobuf.Duration",
							"id": 4
						}
					} } }
				},
				"ClientLibraryOrganization": { "values": {
					"CLIENT_LIBRARY_ORGANIZATION_UNSPECIFIED": 0,
					"CLOUD": 1,
					"ADS": 2,
					"PHOTOS": 3,
					"STREET_VIEW": 4,
					"SHOPPING": 5,
					"GEO": 6,
					"GENERATIVE_AI": 7
				} },
				"ClientLibraryDestination": { "values": {
					"CLIENT_LIBRARY_DESTINATION_UNSPECIFIED": 0,
					"GITHUB": 10,
					"PACKAGE_MANAGER": 20
				} },
				"SelectiveGapicGeneration": { "fields": {
					"methods": {
						"rule": "repeated",
						"type": "string",
						"id": 1
					},
					"generateOmittedAsInternal": {
						"type": "bool",
						"id": 2
					}
				} },
				"BatchingConfigProto": { "fields": {
					"thresholds": {
						"type": "BatchingSettingsProto",
						"id": 1
					},
					"batchDescriptor": {
						"type": "BatchingDescriptorProto",
						"id": 2
					}
				} },
				"BatchingSettingsProto": { "fields": {
					"elementCountThreshold": {
						"type": "int32",
						"id": 1
					},
					"requestByteThreshold": {
						"type": "int64",
						"id": 2
					},
					"delayThreshold": {
						"type": "google.protobuf.Duration",
						"id": 3
					},
					"elementCountLimit": {
						"type": "int32",
						"id": 4
					},
					"requestByteLimit": {
						"type": "int32",
						"id": 5
					},
					"flowControlElementLimit": {
						"type": "int32",
						"id": 6
					},
					"flowControlByteLimit": {
						"type": "int32",
						"id": 7
					},
					"flowControlLimitExceededBehavior": {
						"type": "FlowControlLimitExceededBehaviorProto",
						"id": 8
					}
				} },
				"FlowControlLimitExceededBehaviorProto": { "values": {
					"UNSET_BEHAVIOR": 0,
					"THROW_EXCEPTION": 1,
					"BLOCK": 2,
					"IGNORE": 3
				} },
				"BatchingDescriptorProto": { "fields": {
					"batchedField": {
						"type": "string",
						"id": 1
					},
					"discriminatorFields": {
						"rule": "repeated",
						"type": "string",
						"id": 2
					},
					"subresponseField": {
						"type": "string",
						"id": 3
					}
				} },
				"LaunchStage": { "values": {
					"LAUNCH_STAGE_UNSPECIFIED": 0,
					"UNIMPLEMENTED": 6,
					"PRELAUNCH": 7,
					"EARLY_ACCESS": 1,
					"ALPHA": 2,
					"BETA": 3,
					"GA": 4,
					"DEPRECATED": 5
				} },
				"fieldBehavior": {
					"rule": "repeated",
					"type": "google.api.FieldBehavior",
					"id": 1052,
					"extend": "google.protobuf.FieldOptions",
					"options": { "packed": false }
				},
				"FieldBehavior": { "values": {
					"FIELD_BEHAVIOR_UNSPECIFIED": 0,
					"OPTIONAL": 1,
					"REQUIRED": 2,
					"OUTPUT_ONLY": 3,
					"INPUT_ONLY": 4,
					"IMMUTABLE": 5,
					"UNORDERED_LIST": 6,
					"NON_EMPTY_DEFAULT": 7,
					"IDENTIFIER": 8
				} },
				"resourceReference": {
					"type": "google.api.ResourceReference",
					"id": 1055,
					"extend": "google.protobuf.FieldOptions"
				},
				"resourceDefinition": {
					"rule": "repeated",
					"type": "google.api.ResourceDescriptor",
					"id": 1053,
					"extend": "google.protobuf.FileOptions"
				},
				"resource": {
					"type": "google.api.ResourceDescriptor",
					"id": 1053,
					"extend": "google.protobuf.MessageOptions"
				},
				"ResourceDescriptor": {
					"fields": {
						"type": {
							"type": "string",
							"id": 1
						},
						"pattern": {
							"rule": "repeated",
							"type": "string",
							"id": 2
						},
						"nameField": {
							"type": "string",
							"id": 3
						},
						"history": {
							"type": "History",
							"id": 4
						},
						"plural": {
							"type": "string",
							"id": 5
						},
						"singular": {
							"type": "string",
							"id": 6
						},
						"style": {
							"rule": "repeated",
							"type": "Style",
							"id": 10
						}
					},
					"nested": {
						"History": { "values": {
							"HISTORY_UNSPECIFIED": 0,
							"ORIGINALLY_SINGLE_PATTERN": 1,
							"FUTURE_MULTI_PATTERN": 2
						} },
						"Style": { "values": {
							"STYLE_UNSPECIFIED": 0,
							"DECLARATIVE_FRIENDLY": 1
						} }
					}
				},
				"ResourceReference": { "fields": {
					"type": {
						"type": "string",
						"id": 1
					},
					"childType": {
						"type": "string",
						"id": 2
					}
				} }
			}
		},
		"protobuf": {
			"options": {
				"go_package": "google.golang.org/protobuf/types/descriptorpb",
				"java_package": "com.google.protobuf",
				"java_outer_classname": "DescriptorProtos",
				"csharp_namespace": "Google.Protobuf.Reflection",
				"objc_class_prefix": "GPB",
				"cc_enable_arenas": true,
				"optimize_for": "SPEED"
			},
			"nested": {
				"FileDescriptorSet": {
					"edition": "proto2",
					"fields": { "file": {
						"rule": "repeated",
						"type": "FileDescriptorProto",
						"id": 1
					} },
					"extensions": [[536e6, 536e6]]
				},
				"Edition": {
					"edition": "proto2",
					"values": {
						"EDITION_UNKNOWN": 0,
						"EDITION_LEGACY": 900,
						"EDITION_PROTO2": 998,
						"EDITION_PROTO3": 999,
						"EDITION_2023": 1e3,
						"EDITION_2024": 1001,
						"EDITION_2026": 1002,
						"EDITION_UNSTABLE": 9999,
						"EDITION_1_TEST_ONLY": 1,
						"EDITION_2_TEST_ONLY": 2,
						"EDITION_99997_TEST_ONLY": 99997,
						"EDITION_99998_TEST_ONLY": 99998,
						"EDITION_99999_TEST_ONLY": 99999,
						"EDITION_MAX": 2147483647
					}
				},
				"FileDescriptorProto": {
					"edition": "proto2",
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"package": {
							"type": "string",
							"id": 2
						},
						"dependency": {
							"rule": "repeated",
							"type": "string",
							"id": 3
						},
						"publicDependency": {
							"rule": "repeated",
							"type": "int32",
							"id": 10
						},
						"weakDependency": {
							"rule": "repeated",
							"type": "int32",
							"id": 11
						},
						"optionDependency": {
							"rule": "repeated",
							"type": "string",
							"id": 15
						},
						"messageType": {
							"rule": "repeated",
							"type": "DescriptorProto",
							"id": 4
						},
						"enumType": {
							"rule": "repeated",
							"type": "EnumDescriptorProto",
							"id": 5
						},
						"service": {
							"rule": "repeated",
							"type": "ServiceDescriptorProto",
							"id": 6
						},
						"extension": {
							"rule": "repeated",
							"type": "FieldDescriptorProto",
							"id": 7
						},
						"options": {
							"type": "FileOptions",
							"id": 8
						},
						"sourceCodeInfo": {
							"type": "SourceCodeInfo",
							"id": 9
						},
						"syntax": {
							"type": "string",
							"id": 12
						},
						"edition": {
							"type": "Edition",
							"id": 14
						}
					}
				},
				"DescriptorProto": {
					"edition": "proto2",
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"field": {
							"rule": "repeated",
							"type": "FieldDescriptorProto",
							"id": 2
						},
						"extension": {
							"rule": "repeated",
							"type": "FieldDescriptorProto",
							"id": 6
						},
						"nestedType": {
							"rule": "repeated",
							"type": "DescriptorProto",
							"id": 3
						},
						"enumType": {
							"rule": "repeated",
							"type": "EnumDescriptorProto",
							"id": 4
						},
						"extensionRange": {
							"rule": "repeated",
							"type": "ExtensionRange",
							"id": 5
						},
						"oneofDecl": {
							"rule": "repeated",
							"type": "OneofDescriptorProto",
							"id": 8
						},
						"options": {
							"type": "MessageOptions",
							"id": 7
						},
						"reservedRange": {
							"rule": "repeated",
							"type": "ReservedRange",
							"id": 9
						},
						"reservedName": {
							"rule": "repeated",
							"type": "string",
							"id": 10
						},
						"visibility": {
							"type": "SymbolVisibility",
							"id": 11
						}
					},
					"nested": {
						"ExtensionRange": { "fields": {
							"start": {
								"type": "int32",
								"id": 1
							},
							"end": {
								"type": "int32",
								"id": 2
							},
							"options": {
								"type": "ExtensionRangeOptions",
								"id": 3
							}
						} },
						"ReservedRange": { "fields": {
							"start": {
								"type": "int32",
								"id": 1
							},
							"end": {
								"type": "int32",
								"id": 2
							}
						} }
					}
				},
				"ExtensionRangeOptions": {
					"edition": "proto2",
					"fields": {
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						},
						"declaration": {
							"rule": "repeated",
							"type": "Declaration",
							"id": 2,
							"options": { "retention": "RETENTION_SOURCE" }
						},
						"features": {
							"type": "FeatureSet",
							"id": 50
						},
						"verification": {
							"type": "VerificationState",
							"id": 3,
							"options": {
								"default": "UNVERIFIED",
								"retention": "RETENTION_SOURCE"
							}
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]],
					"nested": {
						"Declaration": {
							"fields": {
								"number": {
									"type": "int32",
									"id": 1
								},
								"fullName": {
									"type": "string",
									"id": 2
								},
								"type": {
									"type": "string",
									"id": 3
								},
								"reserved": {
									"type": "bool",
									"id": 5
								},
								"repeated": {
									"type": "bool",
									"id": 6
								}
							},
							"reserved": [[4, 4]]
						},
						"VerificationState": { "values": {
							"DECLARATION": 0,
							"UNVERIFIED": 1
						} }
					}
				},
				"FieldDescriptorProto": {
					"edition": "proto2",
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"number": {
							"type": "int32",
							"id": 3
						},
						"label": {
							"type": "Label",
							"id": 4
						},
						"type": {
							"type": "Type",
							"id": 5
						},
						"typeName": {
							"type": "string",
							"id": 6
						},
						"extendee": {
							"type": "string",
							"id": 2
						},
						"defaultValue": {
							"type": "string",
							"id": 7
						},
						"oneofIndex": {
							"type": "int32",
							"id": 9
						},
						"jsonName": {
							"type": "string",
							"id": 10
						},
						"options": {
							"type": "FieldOptions",
							"id": 8
						},
						"proto3Optional": {
							"type": "bool",
							"id": 17
						}
					},
					"nested": {
						"Type": { "values": {
							"TYPE_DOUBLE": 1,
							"TYPE_FLOAT": 2,
							"TYPE_INT64": 3,
							"TYPE_UINT64": 4,
							"TYPE_INT32": 5,
							"TYPE_FIXED64": 6,
							"TYPE_FIXED32": 7,
							"TYPE_BOOL": 8,
							"TYPE_STRING": 9,
							"TYPE_GROUP": 10,
							"TYPE_MESSAGE": 11,
							"TYPE_BYTES": 12,
							"TYPE_UINT32": 13,
							"TYPE_ENUM": 14,
							"TYPE_SFIXED32": 15,
							"TYPE_SFIXED64": 16,
							"TYPE_SINT32": 17,
							"TYPE_SINT64": 18
						} },
						"Label": { "values": {
							"LABEL_OPTIONAL": 1,
							"LABEL_REPEATED": 3,
							"LABEL_REQUIRED": 2
						} }
					}
				},
				"OneofDescriptorProto": {
					"edition": "proto2",
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"options": {
							"type": "OneofOptions",
							"id": 2
						}
					}
				},
				"EnumDescriptorProto": {
					"edition": "proto2",
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"value": {
							"rule": "repeated",
							"type": "EnumValueDescriptorProto",
							"id": 2
						},
						"options": {
							"type": "EnumOptions",
							"id": 3
						},
						"reservedRange": {
							"rule": "repeated",
							"type": "EnumReservedRange",
							"id": 4
						},
						"reservedName": {
							"rule": "repeated",
							"type": "string",
							"id": 5
						},
						"visibility": {
							"type": "SymbolVisibility",
							"id": 6
						}
					},
					"nested": { "EnumReservedRange": { "fields": {
						"start": {
							"type": "int32",
							"id": 1
						},
						"end": {
							"type": "int32",
							"id": 2
						}
					} } }
				},
				"EnumValueDescriptorProto": {
					"edition": "proto2",
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"number": {
							"type": "int32",
							"id": 2
						},
						"options": {
							"type": "EnumValueOptions",
							"id": 3
						}
					}
				},
				"ServiceDescriptorProto": {
					"edition": "proto2",
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"method": {
							"rule": "repeated",
							"type": "MethodDescriptorProto",
							"id": 2
						},
						"options": {
							"type": "ServiceOptions",
							"id": 3
						}
					},
					"reserved": [[4, 4], "stream"]
				},
				"MethodDescriptorProto": {
					"edition": "proto2",
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"inputType": {
							"type": "string",
							"id": 2
						},
						"outputType": {
							"type": "string",
							"id": 3
						},
						"options": {
							"type": "MethodOptions",
							"id": 4
						},
						"clientStreaming": {
							"type": "bool",
							"id": 5,
							"options": { "default": false }
						},
						"serverStreaming": {
							"type": "bool",
							"id": 6,
							"options": { "default": false }
						}
					}
				},
				"FileOptions": {
					"edition": "proto2",
					"fields": {
						"javaPackage": {
							"type": "string",
							"id": 1
						},
						"javaOuterClassname": {
							"type": "string",
							"id": 8
						},
						"javaMultipleFiles": {
							"type": "bool",
							"id": 10,
							"options": {
								"default": false,
								"feature_support.edition_introduced": "EDITION_PROTO2",
								"feature_support.edition_removed": "EDITION_2024",
								"feature_support.removal_error": "This behavior is enabled by default in editions 2024 and above. To disable it, you can set `features.(pb.java).nest_in_file_class = YES` on individual messages, enums, or services."
							}
						},
						"javaGenerateEqualsAndHash": {
							"type": "bool",
							"id": 20,
							"options": { "deprecated": true }
						},
						"javaStringCheckUtf8": {
							"type": "bool",
							"id": 27,
							"options": { "default": false }
						},
						"optimizeFor": {
							"type": "OptimizeMode",
							"id": 9,
							"options": { "default": "SPEED" }
						},
						"goPackage": {
							"type": "string",
							"id": 11
						},
						"ccGenericServices": {
							"type": "bool",
							"id": 16,
							"options": { "default": false }
						},
						"javaGenericServices": {
							"type": "bool",
							"id": 17,
							"options": { "default": false }
						},
						"pyGenericServices": {
							"type": "bool",
							"id": 18,
							"options": { "default": false }
						},
						"deprecated": {
							"type": "bool",
							"id": 23,
							"options": { "default": false }
						},
						"ccEnableArenas": {
							"type": "bool",
							"id": 31,
							"options": {
								"default": true,
								"feature_support.edition_removed": "EDITION_2026",
								"feature_support.removal_error": "cc_enable_arenas is enabled by default in every edition and overrides are ignored.This option is removed in editions 2026 and above."
							}
						},
						"objcClassPrefix": {
							"type": "string",
							"id": 36
						},
						"csharpNamespace": {
							"type": "string",
							"id": 37
						},
						"swiftPrefix": {
							"type": "string",
							"id": 39
						},
						"phpClassPrefix": {
							"type": "string",
							"id": 40
						},
						"phpNamespace": {
							"type": "string",
							"id": 41
						},
						"phpMetadataNamespace": {
							"type": "string",
							"id": 44
						},
						"rubyPackage": {
							"type": "string",
							"id": 45
						},
						"features": {
							"type": "FeatureSet",
							"id": 50
						},
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]],
					"reserved": [
						[42, 42],
						"php_generic_services",
						[38, 38]
					],
					"nested": { "OptimizeMode": { "values": {
						"SPEED": 1,
						"CODE_SIZE": 2,
						"LITE_RUNTIME": 3
					} } }
				},
				"MessageOptions": {
					"edition": "proto2",
					"fields": {
						"messageSetWireFormat": {
							"type": "bool",
							"id": 1,
							"options": { "default": false }
						},
						"noStandardDescriptorAccessor": {
							"type": "bool",
							"id": 2,
							"options": { "default": false }
						},
						"deprecated": {
							"type": "bool",
							"id": 3,
							"options": { "default": false }
						},
						"mapEntry": {
							"type": "bool",
							"id": 7
						},
						"deprecatedLegacyJsonFieldConflicts": {
							"type": "bool",
							"id": 11,
							"options": { "deprecated": true }
						},
						"features": {
							"type": "FeatureSet",
							"id": 12
						},
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]],
					"reserved": [
						[4, 4],
						[5, 5],
						[6, 6],
						[8, 8],
						[9, 9]
					]
				},
				"FieldOptions": {
					"edition": "proto2",
					"fields": {
						"ctype": {
							"type": "CType",
							"id": 1,
							"options": { "default": "STRING" }
						},
						"packed": {
							"type": "bool",
							"id": 2
						},
						"jstype": {
							"type": "JSType",
							"id": 6,
							"options": { "default": "JS_NORMAL" }
						},
						"lazy": {
							"type": "bool",
							"id": 5,
							"options": { "default": false }
						},
						"unverifiedLazy": {
							"type": "bool",
							"id": 15,
							"options": { "default": false }
						},
						"deprecated": {
							"type": "bool",
							"id": 3,
							"options": { "default": false }
						},
						"weak": {
							"type": "bool",
							"id": 10,
							"options": {
								"default": false,
								"deprecated": true
							}
						},
						"debugRedact": {
							"type": "bool",
							"id": 16,
							"options": { "default": false }
						},
						"retention": {
							"type": "OptionRetention",
							"id": 17
						},
						"targets": {
							"rule": "repeated",
							"type": "OptionTargetType",
							"id": 19
						},
						"editionDefaults": {
							"rule": "repeated",
							"type": "EditionDefault",
							"id": 20
						},
						"features": {
							"type": "FeatureSet",
							"id": 21
						},
						"featureSupport": {
							"type": "FeatureSupport",
							"id": 22
						},
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]],
					"reserved": [[4, 4], [18, 18]],
					"nested": {
						"CType": { "values": {
							"STRING": 0,
							"CORD": 1,
							"STRING_PIECE": 2
						} },
						"JSType": { "values": {
							"JS_NORMAL": 0,
							"JS_STRING": 1,
							"JS_NUMBER": 2
						} },
						"OptionRetention": { "values": {
							"RETENTION_UNKNOWN": 0,
							"RETENTION_RUNTIME": 1,
							"RETENTION_SOURCE": 2
						} },
						"OptionTargetType": { "values": {
							"TARGET_TYPE_UNKNOWN": 0,
							"TARGET_TYPE_FILE": 1,
							"TARGET_TYPE_EXTENSION_RANGE": 2,
							"TARGET_TYPE_MESSAGE": 3,
							"TARGET_TYPE_FIELD": 4,
							"TARGET_TYPE_ONEOF": 5,
							"TARGET_TYPE_ENUM": 6,
							"TARGET_TYPE_ENUM_ENTRY": 7,
							"TARGET_TYPE_SERVICE": 8,
							"TARGET_TYPE_METHOD": 9
						} },
						"EditionDefault": { "fields": {
							"edition": {
								"type": "Edition",
								"id": 3
							},
							"value": {
								"type": "string",
								"id": 2
							}
						} },
						"FeatureSupport": { "fields": {
							"editionIntroduced": {
								"type": "Edition",
								"id": 1
							},
							"editionDeprecated": {
								"type": "Edition",
								"id": 2
							},
							"deprecationWarning": {
								"type": "string",
								"id": 3
							},
							"editionRemoved": {
								"type": "Edition",
								"id": 4
							},
							"removalError": {
								"type": "string",
								"id": 5
							}
						} }
					}
				},
				"OneofOptions": {
					"edition": "proto2",
					"fields": {
						"features": {
							"type": "FeatureSet",
							"id": 1
						},
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]]
				},
				"EnumOptions": {
					"edition": "proto2",
					"fields": {
						"allowAlias": {
							"type": "bool",
							"id": 2
						},
						"deprecated": {
							"type": "bool",
							"id": 3,
							"options": { "default": false }
						},
						"deprecatedLegacyJsonFieldConflicts": {
							"type": "bool",
							"id": 6,
							"options": { "deprecated": true }
						},
						"features": {
							"type": "FeatureSet",
							"id": 7
						},
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]],
					"reserved": [[5, 5]]
				},
				"EnumValueOptions": {
					"edition": "proto2",
					"fields": {
						"deprecated": {
							"type": "bool",
							"id": 1,
							"options": { "default": false }
						},
						"features": {
							"type": "FeatureSet",
							"id": 2
						},
						"debugRedact": {
							"type": "bool",
							"id": 3,
							"options": { "default": false }
						},
						"featureSupport": {
							"type": "FieldOptions.FeatureSupport",
							"id": 4
						},
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]]
				},
				"ServiceOptions": {
					"edition": "proto2",
					"fields": {
						"features": {
							"type": "FeatureSet",
							"id": 34
						},
						"deprecated": {
							"type": "bool",
							"id": 33,
							"options": { "default": false }
						},
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]]
				},
				"MethodOptions": {
					"edition": "proto2",
					"fields": {
						"deprecated": {
							"type": "bool",
							"id": 33,
							"options": { "default": false }
						},
						"idempotencyLevel": {
							"type": "IdempotencyLevel",
							"id": 34,
							"options": { "default": "IDEMPOTENCY_UNKNOWN" }
						},
						"features": {
							"type": "FeatureSet",
							"id": 35
						},
						"uninterpretedOption": {
							"rule": "repeated",
							"type": "UninterpretedOption",
							"id": 999
						}
					},
					"extensions": [[990, 998], [1e3, 536870911]],
					"nested": { "IdempotencyLevel": { "values": {
						"IDEMPOTENCY_UNKNOWN": 0,
						"NO_SIDE_EFFECTS": 1,
						"IDEMPOTENT": 2
					} } }
				},
				"UninterpretedOption": {
					"edition": "proto2",
					"fields": {
						"name": {
							"rule": "repeated",
							"type": "NamePart",
							"id": 2
						},
						"identifierValue": {
							"type": "string",
							"id": 3
						},
						"positiveIntValue": {
							"type": "uint64",
							"id": 4
						},
						"negativeIntValue": {
							"type": "int64",
							"id": 5
						},
						"doubleValue": {
							"type": "double",
							"id": 6
						},
						"stringValue": {
							"type": "bytes",
							"id": 7
						},
						"aggregateValue": {
							"type": "string",
							"id": 8
						}
					},
					"nested": { "NamePart": { "fields": {
						"namePart": {
							"rule": "required",
							"type": "string",
							"id": 1
						},
						"isExtension": {
							"rule": "required",
							"type": "bool",
							"id": 2
						}
					} } }
				},
				"FeatureSet": {
					"edition": "proto2",
					"fields": {
						"fieldPresence": {
							"type": "FieldPresence",
							"id": 1,
							"options": {
								"retention": "RETENTION_RUNTIME",
								"targets": "TARGET_TYPE_FILE",
								"feature_support.edition_introduced": "EDITION_2023",
								"edition_defaults.edition": "EDITION_2023",
								"edition_defaults.value": "EXPLICIT"
							}
						},
						"enumType": {
							"type": "EnumType",
							"id": 2,
							"options": {
								"retention": "RETENTION_RUNTIME",
								"targets": "TARGET_TYPE_FILE",
								"feature_support.edition_introduced": "EDITION_2023",
								"edition_defaults.edition": "EDITION_PROTO3",
								"edition_defaults.value": "OPEN"
							}
						},
						"repeatedFieldEncoding": {
							"type": "RepeatedFieldEncoding",
							"id": 3,
							"options": {
								"retention": "RETENTION_RUNTIME",
								"targets": "TARGET_TYPE_FILE",
								"feature_support.edition_introduced": "EDITION_2023",
								"edition_defaults.edition": "EDITION_PROTO3",
								"edition_defaults.value": "PACKED"
							}
						},
						"utf8Validation": {
							"type": "Utf8Validation",
							"id": 4,
							"options": {
								"retention": "RETENTION_RUNTIME",
								"targets": "TARGET_TYPE_FILE",
								"feature_support.edition_introduced": "EDITION_2023",
								"edition_defaults.edition": "EDITION_PROTO3",
								"edition_defaults.value": "VERIFY"
							}
						},
						"messageEncoding": {
							"type": "MessageEncoding",
							"id": 5,
							"options": {
								"retention": "RETENTION_RUNTIME",
								"targets": "TARGET_TYPE_FILE",
								"feature_support.edition_introduced": "EDITION_2023",
								"edition_defaults.edition": "EDITION_LEGACY",
								"edition_defaults.value": "LENGTH_PREFIXED"
							}
						},
						"jsonFormat": {
							"type": "JsonFormat",
							"id": 6,
							"options": {
								"retention": "RETENTION_RUNTIME",
								"targets": "TARGET_TYPE_FILE",
								"feature_support.edition_introduced": "EDITION_2023",
								"edition_defaults.edition": "EDITION_PROTO3",
								"edition_defaults.value": "ALLOW"
							}
						},
						"enforceNamingStyle": {
							"type": "EnforceNamingStyle",
							"id": 7,
							"options": {
								"retention": "RETENTION_SOURCE",
								"targets": "TARGET_TYPE_METHOD",
								"feature_support.edition_introduced": "EDITION_2024",
								"edition_defaults.edition": "EDITION_2026",
								"edition_defaults.value": "STYLE2026"
							}
						},
						"defaultSymbolVisibility": {
							"type": "VisibilityFeature.DefaultSymbolVisibility",
							"id": 8,
							"options": {
								"retention": "RETENTION_SOURCE",
								"targets": "TARGET_TYPE_FILE",
								"feature_support.edition_introduced": "EDITION_2024",
								"edition_defaults.edition": "EDITION_2024",
								"edition_defaults.value": "EXPORT_TOP_LEVEL"
							}
						},
						"enforceProtoLimits": {
							"type": "ProtoLimitsFeature.EnforceProtoLimits",
							"id": 9,
							"options": {
								"retention": "RETENTION_SOURCE",
								"targets": "TARGET_TYPE_ONEOF",
								"feature_support.edition_introduced": "EDITION_2026",
								"edition_defaults.edition": "EDITION_2026",
								"edition_defaults.value": "PROTO_LIMITS2026"
							}
						}
					},
					"extensions": [
						[1e3, 9994],
						[9995, 9999],
						[1e4, 1e4]
					],
					"reserved": [[999, 999]],
					"nested": {
						"FieldPresence": { "values": {
							"FIELD_PRESENCE_UNKNOWN": 0,
							"EXPLICIT": 1,
							"IMPLICIT": 2,
							"LEGACY_REQUIRED": 3
						} },
						"EnumType": { "values": {
							"ENUM_TYPE_UNKNOWN": 0,
							"OPEN": 1,
							"CLOSED": 2
						} },
						"RepeatedFieldEncoding": { "values": {
							"REPEATED_FIELD_ENCODING_UNKNOWN": 0,
							"PACKED": 1,
							"EXPANDED": 2
						} },
						"Utf8Validation": {
							"values": {
								"UTF8_VALIDATION_UNKNOWN": 0,
								"VERIFY": 2,
								"NONE": 3
							},
							"reserved": [[1, 1]]
						},
						"MessageEncoding": { "values": {
							"MESSAGE_ENCODING_UNKNOWN": 0,
							"LENGTH_PREFIXED": 1,
							"DELIMITED": 2
						} },
						"JsonFormat": { "values": {
							"JSON_FORMAT_UNKNOWN": 0,
							"ALLOW": 1,
							"LEGACY_BEST_EFFORT": 2
						} },
						"EnforceNamingStyle": { "values": {
							"ENFORCE_NAMING_STYLE_UNKNOWN": 0,
							"STYLE2024": 1,
							"STYLE_LEGACY": 2,
							"STYLE2026": 3
						} },
						"VisibilityFeature": {
							"fields": {},
							"reserved": [[1, 536870911]],
							"nested": { "DefaultSymbolVisibility": { "values": {
								"DEFAULT_SYMBOL_VISIBILITY_UNKNOWN": 0,
								"EXPORT_ALL": 1,
								"EXPORT_TOP_LEVEL": 2,
								"LOCAL_ALL": 3,
								"STRICT": 4
							} } }
						},
						"ProtoLimitsFeature": {
							"fields": {},
							"nested": { "EnforceProtoLimits": { "values": {
								"PROTO_LIMITS_UNKNOWN": 0,
								"LEGACY_NO_EXPLICIT_LIMITS": 1,
								"PROTO_LIMITS2026": 2
							} } }
						}
					}
				},
				"FeatureSetDefaults": {
					"edition": "proto2",
					"fields": {
						"defaults": {
							"rule": "repeated",
							"type": "FeatureSetEditionDefault",
							"id": 1
						},
						"minimumEdition": {
							"type": "Edition",
							"id": 4
						},
						"maximumEdition": {
							"type": "Edition",
							"id": 5
						}
					},
					"nested": { "FeatureSetEditionDefault": {
						"fields": {
							"edition": {
								"type": "Edition",
								"id": 3
							},
							"overridableFeatures": {
								"type": "FeatureSet",
								"id": 4
							},
							"fixedFeatures": {
								"type": "FeatureSet",
								"id": 5
							}
						},
						"reserved": [
							[1, 1],
							[2, 2],
							"features"
						]
					} }
				},
				"SourceCodeInfo": {
					"edition": "proto2",
					"fields": { "location": {
						"rule": "repeated",
						"type": "Location",
						"id": 1
					} },
					"extensions": [[536e6, 536e6]],
					"nested": { "Location": { "fields": {
						"path": {
							"rule": "repeated",
							"type": "int32",
							"id": 1,
							"options": { "packed": true }
						},
						"span": {
							"rule": "repeated",
							"type": "int32",
							"id": 2,
							"options": { "packed": true }
						},
						"leadingComments": {
							"type": "string",
							"id": 3
						},
						"trailingComments": {
							"type": "string",
							"id": 4
						},
						"leadingDetachedComments": {
							"rule": "repeated",
							"type": "string",
							"id": 6
						}
					} } }
				},
				"GeneratedCodeInfo": {
					"edition": "proto2",
					"fields": { "annotation": {
						"rule": "repeated",
						"type": "Annotation",
						"id": 1
					} },
					"nested": { "Annotation": {
						"fields": {
							"path": {
								"rule": "repeated",
								"type": "int32",
								"id": 1,
								"options": { "packed": true }
							},
							"sourceFile": {
								"type": "string",
								"id": 2
							},
							"begin": {
								"type": "int32",
								"id": 3
							},
							"end": {
								"type": "int32",
								"id": 4
							},
							"semantic": {
								"type": "Semantic",
								"id": 5
							}
						},
						"nested": { "Semantic": { "values": {
							"NONE": 0,
							"SET": 1,
							"ALIAS": 2
						} } }
					} }
				},
				"SymbolVisibility": {
					"edition": "proto2",
					"values": {
						"VISIBILITY_UNSET": 0,
						"VISIBILITY_LOCAL": 1,
						"VISIBILITY_EXPORT": 2
					}
				},
				"Duration": { "fields": {
					"seconds": {
						"type": "int64",
						"id": 1
					},
					"nanos": {
						"type": "int32",
						"id": 2
					}
				} },
				"Any": { "fields": {
					"type_url": {
						"type": "string",
						"id": 1
					},
					"value": {
						"type": "bytes",
						"id": 2
					}
				} },
				"Empty": { "fields": {} },
				"FieldMask": { "fields": { "paths": {
					"rule": "repeated",
					"type": "string",
					"id": 1
				} } },
				"Timestamp": { "fields": {
					"seconds": {
						"type": "int64",
						"id": 1
					},
					"nanos": {
						"type": "int32",
						"id": 2
					}
				} },
				"DoubleValue": { "fields": { "value": {
					"type": "double",
					"id": 1
				} } },
				"FloatValue": { "fields": { "value": {
					"type": "float",
					"id": 1
				} } },
				"Int64Value": { "fields": { "value": {
					"type": "int64",
					"id": 1
				} } },
				"UInt64Value": { "fields": { "value": {
					"type": "uint64",
					"id": 1
				} } },
				"Int32Value": { "fields": { "value": {
					"type": "int32",
					"id": 1
				} } },
				"UInt32Value": { "fields": { "value": {
					"type": "uint32",
					"id": 1
				} } },
				"BoolValue": { "fields": { "value": {
					"type": "bool",
					"id": 1
				} } },
				"StringValue": { "fields": { "value": {
					"type": "string",
					"id": 1
				} } },
				"BytesValue": { "fields": { "value": {
					"type": "bytes",
					"id": 1
				} } }
			}
		},
		"longrunning": {
			"options": {
				"csharp_namespace": "Google.LongRunning",
				"go_package": "cloud.google.com/go/longrunning/autogen/longrunningpb;longrunningpb",
				"java_multiple_files": true,
				"java_outer_classname": "OperationsProto",
				"java_package": "com.google.longrunning",
				"objc_class_prefix": "GLRUN",
				"php_namespace": "Google\\LongRunning"
			},
			"nested": {
				"operationInfo": {
					"type": "google.longrunning.OperationInfo",
					"id": 1049,
					"extend": "google.protobuf.MethodOptions"
				},
				"Operations": {
					"options": { "(google.api.default_host)": "longrunning.googleapis.com" },
					"methods": {
						"ListOperations": {
							"requestType": "ListOperationsRequest",
							"responseType": "ListOperationsResponse",
							"options": {
								"(google.api.http).get": "/v1/{name=operations}",
								"(google.api.method_signature)": "name,filter"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=operations}" } }, { "(google.api.method_signature)": "name,filter" }]
						},
						"GetOperation": {
							"requestType": "GetOperationRequest",
							"responseType": "Operation",
							"options": {
								"(google.api.http).get": "/v1/{name=operations/**}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "get": "/v1/{name=operations/**}" } }, { "(google.api.method_signature)": "name" }]
						},
						"DeleteOperation": {
							"requestType": "DeleteOperationRequest",
							"responseType": "google.protobuf.Empty",
							"options": {
								"(google.api.http).delete": "/v1/{name=operations/**}",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": { "delete": "/v1/{name=operations/**}" } }, { "(google.api.method_signature)": "name" }]
						},
						"CancelOperation": {
							"requestType": "CancelOperationRequest",
							"responseType": "google.protobuf.Empty",
							"options": {
								"(google.api.http).post": "/v1/{name=operations/**}:cancel",
								"(google.api.http).body": "*",
								"(google.api.method_signature)": "name"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{name=operations/**}:cancel",
								"body": "*"
							} }, { "(google.api.method_signature)": "name" }]
						},
						"WaitOperation": {
							"requestType": "WaitOperationRequest",
							"responseType": "Operation"
						}
					}
				},
				"Operation": {
					"oneofs": { "result": { "oneof": ["error", "response"] } },
					"fields": {
						"name": {
							"type": "string",
							"id": 1
						},
						"metadata": {
							"type": "google.protobuf.Any",
							"id": 2
						},
						"done": {
							"type": "bool",
							"id": 3
						},
						"error": {
							"type": "google.rpc.Status",
							"id": 4
						},
						"response": {
							"type": "google.protobuf.Any",
							"id": 5
						}
					}
				},
				"GetOperationRequest": { "fields": { "name": {
					"type": "string",
					"id": 1
				} } },
				"ListOperationsRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 4
					},
					"filter": {
						"type": "string",
						"id": 1
					},
					"pageSize": {
						"type": "int32",
						"id": 2
					},
					"pageToken": {
						"type": "string",
						"id": 3
					},
					"returnPartialSuccess": {
						"type": "bool",
						"id": 5
					}
				} },
				"ListOperationsResponse": { "fields": {
					"operations": {
						"rule": "repeated",
						"type": "Operation",
						"id": 1
					},
					"nextPageToken": {
						"type": "string",
						"id": 2
					},
					"unreachable": {
						"rule": "repeated",
						"type": "string",
						"id": 3,
						"options": { "(google.api.field_behavior)": "UNORDERED_LIST" }
					}
				} },
				"CancelOperationRequest": { "fields": { "name": {
					"type": "string",
					"id": 1
				} } },
				"DeleteOperationRequest": { "fields": { "name": {
					"type": "string",
					"id": 1
				} } },
				"WaitOperationRequest": { "fields": {
					"name": {
						"type": "string",
						"id": 1
					},
					"timeout": {
						"type": "google.protobuf.Duration",
						"id": 2
					}
				} },
				"OperationInfo": { "fields": {
					"responseType": {
						"type": "string",
						"id": 1
					},
					"metadataType": {
						"type": "string",
						"id": 2
					}
				} }
			}
		},
		"rpc": {
			"options": {
				"go_package": "google.golang.org/genproto/googleapis/rpc/status;status",
				"java_multiple_files": true,
				"java_outer_classname": "StatusProto",
				"java_package": "com.google.rpc",
				"objc_class_prefix": "RPC"
			},
			"nested": { "Status": { "fields": {
				"code": {
					"type": "int32",
					"id": 1
				},
				"message": {
					"type": "string",
					"id": 2
				},
				"details": {
					"rule": "repeated",
					"type": "google.protobuf.Any",
					"id": 3
				}
			} } }
		}
	} } } };
}));
// node_modules/@google-cloud/kms/build/src/v1/key_management_service_client_config.json
var require_key_management_service_client_config = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = { "interfaces": { "google.cloud.kms.v1.KeyManagementService": {
		"retry_codes": {
			"non_idempotent": [],
			"idempotent": ["DEADLINE_EXCEEDED", "UNAVAILABLE"]
		},
		"retry_params": { "default": {
			"initial_retry_delay_millis": 100,
			"retry_delay_multiplier": 1.3,
			"max_retry_delay_millis": 6e4,
			"initial_rpc_timeout_millis": 6e4,
			"rpc_timeout_multiplier": 1,
			"max_rpc_timeout_millis": 6e4,
			"total_timeout_millis": 6e5
		} },
		"methods": {
			"ListKeyRings": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"ListCryptoKeys": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"ListCryptoKeyVersions": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"ListImportJobs": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"ListRetiredResources": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"GetKeyRing": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"GetCryptoKey": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"GetCryptoKeyVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"GetPublicKey": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"GetImportJob": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"GetRetiredResource": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"CreateKeyRing": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"CreateCryptoKey": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"CreateCryptoKeyVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"DeleteCryptoKey": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"DeleteCryptoKeyVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"ImportCryptoKeyVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"ImportTrustedKeyWrappedCryptoKeyVersion": {
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"ExportTrustedKeyWrappedCryptoKeyVersion": {
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"CreateImportJob": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"UpdateCryptoKey": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"UpdateCryptoKeyVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"UpdateCryptoKeyPrimaryVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"DestroyCryptoKeyVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"RestoreCryptoKeyVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"Encrypt": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"Decrypt": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"RawEncrypt": {
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"RawDecrypt": {
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"AsymmetricSign": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"AsymmetricDecrypt": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"MacSign": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"MacVerify": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			},
			"Decapsulate": {
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"GenerateRandomBytes": {
				"timeout_millis": 6e4,
				"retry_codes_name": "idempotent",
				"retry_params_name": "default"
			}
		}
	} } };
}));
// node_modules/@google-cloud/kms/package.json
var require_package = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"name": "@google-cloud/kms",
		"description": "Google Cloud Key Management Service (KMS) API client for Node.js",
		"version": "6.3.0",
		"license": "Apache-2.0",
		"author": "Google LLC",
		"engines": { "node": ">=22" },
		"repository": {
			"type": "git",
			"directory": "packages/google-cloud-kms",
			"url": "https://github.com/googleapis/google-cloud-node.git"
		},
		"main": "build/src/index.js",
		"files": [
			"build/protos",
			"build/src",
			"!build/src/**/*.map"
		],
		"keywords": [
			"google apis client",
			"google api client",
			"google apis",
			"google api",
			"google",
			"google cloud platform",
			"google cloud",
			"cloud",
			"google kms",
			"kms",
			"Google Cloud Key Management Service (KMS) API"
		],
		"scripts": {
			"clean": "gts clean",
			"compile": "tsc -p . && cp -r protos build/",
			"compile-protos": "compileProtos src",
			"docs": "jsdoc -c .jsdoc.js",
			"fix": "gts fix",
			"lint": "gts check",
			"prepare": "npm run compile",
			"prelint": "cd samples; npm link ../; npm i",
			"postpack": "minifyProtoJson",
			"samples-test": "cd samples/ && npm link ../ && npm i && npm test",
			"system-test": "node ../../bin/run-test.cjs --config ../../.mocharc.cjs --no-parallel build/system-test",
			"test": "node ../../bin/run-test.cjs --config ../../.mocharc.cjs build/test"
		},
		"dependencies": { "google-gax": "^6.0.0" },
		"devDependencies": {
			"@types/mocha": "^10.0.10",
			"@types/node": "^22.13.9",
			"@types/sinon": "^17.0.4",
			"c8": "^10.1.3",
			"gapic-tools": "^2.0.0",
			"gts": "^6.0.2",
			"jsdoc": "^4.0.4",
			"jsdoc-fresh": "^6.0.0",
			"jsdoc-region-tag": "^5.0.0",
			"long": "^5.3.1",
			"mocha": "^11.1.0",
			"pack-n-play": "^5.0.0",
			"sinon": "21.0.3",
			"typescript": "^5.8.2"
		},
		"homepage": "https://github.com/googleapis/google-cloud-node/tree/main/packages/google-cloud-kms",
		"overrides": { "@sinonjs/fake-timers": "15.2.1" }
	};
}));
// node_modules/@google-cloud/kms/build/src/v1/key_management_service_client.js
var require_key_management_service_client = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.KeyManagementServiceClient = void 0;
	const jsonProtos = require_protos();
	const google_gax_1 = require_src();
	/**
	* Client JSON configuration object, loaded from
	* `src/v1/key_management_service_client_config.json`.
	* This file defines retry strategy and timeouts for all API methods in this library.
	*/
	const gapicConfig = require_key_management_service_client_config();
	const version = require_package().version;
	/**
	*  Google Cloud Key Management Service
	*
	*  Manages cryptographic keys and operations using those keys. Implements a REST
	*  model with the following objects:
	*
	*  * {@link protos.google.cloud.kms.v1.KeyRing|KeyRing}
	*  * {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKey}
	*  * {@link protos.google.cloud.kms.v1.CryptoKeyVersion|CryptoKeyVersion}
	*  * {@link protos.google.cloud.kms.v1.ImportJob|ImportJob}
	*
	*  If you are using manual gRPC libraries, see
	*  [Using gRPC with Cloud KMS](https://cloud.google.com/kms/docs/grpc).
	* @class
	* @memberof v1
	*/
	var KeyManagementServiceClient = class {
		_terminated = false;
		_opts;
		_providedCustomServicePath;
		_gaxModule;
		_gaxGrpc;
		_protos;
		_defaults;
		_universeDomain;
		_servicePath;
		_log = google_gax_1.loggingUtils.log("kms");
		auth;
		descriptors = {
			page: {},
			stream: {},
			longrunning: {},
			batching: {}
		};
		warn;
		innerApiCalls;
		iamClient;
		locationsClient;
		pathTemplates;
		operationsClient;
		keyManagementServiceStub;
		/**
		* Construct an instance of KeyManagementServiceClient.
		*
		* @param {object} [options] - The configuration object.
		* The options accepted by the constructor are described in detail
		* in [this document](https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#creating-the-client-instance).
		* The common options are:
		* @param {object} [options.credentials] - Credentials object.
		* @param {string} [options.credentials.client_email]
		* @param {string} [options.credentials.private_key]
		* @param {string} [options.email] - Account email address. Required when
		*     using a .pem or .p12 keyFilename.
		* @param {string} [options.keyFilename] - Full path to the a .json, .pem, or
		*     .p12 key downloaded from the Google Developers Console. If you provide
		*     a path to a JSON file, the projectId option below is not necessary.
		*     NOTE: .pem and .p12 require you to specify options.email as well.
		* @param {number} [options.port] - The port on which to connect to
		*     the remote host.
		* @param {string} [options.projectId] - The project ID from the Google
		*     Developer's Console, e.g. 'grape-spaceship-123'. We will also check
		*     the environment variable GCLOUD_PROJECT for your project ID. If your
		*     app is running in an environment which supports
		*     {@link https://cloud.google.com/docs/authentication/application-default-credentials Application Default Credentials},
		*     your project ID will be detected automatically.
		* @param {string} [options.apiEndpoint] - The domain name of the
		*     API remote host.
		* @param {gax.ClientConfig} [options.clientConfig] - Client configuration override.
		*     Follows the structure of {@link gapicConfig}.
		* @param {boolean} [options.fallback] - Use HTTP/1.1 REST mode.
		*     For more information, please check the
		*     {@link https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#http11-rest-api-mode documentation}.
		* @param {gax} [gaxInstance]: loaded instance of `google-gax`. Useful if you
		*     need to avoid loading the default gRPC version and want to use the fallback
		*     HTTP implementation. Load only fallback version and pass it to the constructor:
		*     ```
		*     const gax = require('google-gax/build/src/fallback'); // avoids loading google-gax with gRPC
		*     const client = new KeyManagementServiceClient({fallback: true}, gax);
		*     ```
		*/
		constructor(opts, gaxInstance) {
			const staticMembers = this.constructor;
			if (opts?.universe_domain && opts?.universeDomain && opts?.universe_domain !== opts?.universeDomain) throw new Error("Please set either universe_domain or universeDomain, but not both.");
			const universeDomainEnvVar = typeof process === "object" && typeof process.env === "object" ? process.env["GOOGLE_CLOUD_UNIVERSE_DOMAIN"] : void 0;
			this._universeDomain = opts?.universeDomain ?? opts?.universe_domain ?? universeDomainEnvVar ?? "googleapis.com";
			this._servicePath = "cloudkms." + this._universeDomain;
			const servicePath = opts?.servicePath || opts?.apiEndpoint || this._servicePath;
			this._providedCustomServicePath = !!(opts?.servicePath || opts?.apiEndpoint);
			const port = opts?.port || staticMembers.port;
			const clientConfig = opts?.clientConfig ?? {};
			const fallback = opts?.fallback ?? (typeof window !== "undefined" && typeof window?.fetch === "function");
			opts = Object.assign({
				servicePath,
				port,
				clientConfig,
				fallback
			}, opts);
			opts.numericEnums = true;
			if (servicePath !== this._servicePath && !("scopes" in opts)) opts["scopes"] = staticMembers.scopes;
			if (!gaxInstance) gaxInstance = require_src();
			this._gaxModule = opts.fallback ? gaxInstance.fallback : gaxInstance;
			this._gaxGrpc = new this._gaxModule.GrpcClient(opts);
			this._opts = opts;
			this.auth = this._gaxGrpc.auth;
			this.auth.useJWTAccessWithScope = true;
			this.auth.defaultServicePath = this._servicePath;
			if (servicePath === this._servicePath) this.auth.defaultScopes = staticMembers.scopes;
			this.iamClient = new this._gaxModule.IamClient(this._gaxGrpc, opts);
			this.locationsClient = new this._gaxModule.LocationsClient(this._gaxGrpc, opts);
			const clientHeader = [`gax/${this._gaxModule.version}`, `gapic/${version}`];
			if (typeof process === "object" && "versions" in process) clientHeader.push(`gl-node/${process.versions.node}`);
			else clientHeader.push(`gl-web/${this._gaxModule.version}`);
			if (!opts.fallback) clientHeader.push(`grpc/${this._gaxGrpc.grpcVersion}`);
			else clientHeader.push(`rest/${this._gaxGrpc.grpcVersion}`);
			if (opts.libName && opts.libVersion) clientHeader.push(`${opts.libName}/${opts.libVersion}`);
			this._protos = this._gaxGrpc.loadProtoJSON(jsonProtos);
			this.pathTemplates = {
				cryptoKeyPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{crypto_key}"),
				cryptoKeyVersionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{crypto_key}/cryptoKeyVersions/{crypto_key_version}"),
				ekmConfigPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/ekmConfig"),
				ekmConnectionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/ekmConnections/{ekm_connection}"),
				folderAutokeyConfigPathTemplate: new this._gaxModule.PathTemplate("folders/{folder}/autokeyConfig"),
				importJobPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/keyRings/{key_ring}/importJobs/{import_job}"),
				keyHandlePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/keyHandles/{key_handle}"),
				keyRingPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/keyRings/{key_ring}"),
				locationPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}"),
				projectPathTemplate: new this._gaxModule.PathTemplate("projects/{project}"),
				projectAutokeyConfigPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/autokeyConfig"),
				publicKeyPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{crypto_key}/cryptoKeyVersions/{crypto_key_version}/publicKey"),
				retiredResourcePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/retiredResources/{retired_resource}"),
				singleTenantHsmInstancePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/singleTenantHsmInstances/{single_tenant_hsm_instance}"),
				singleTenantHsmInstanceProposalPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/singleTenantHsmInstances/{single_tenant_hsm_instance}/proposals/{proposal}")
			};
			this.descriptors.page = {
				listKeyRings: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "keyRings"),
				listCryptoKeys: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "cryptoKeys"),
				listCryptoKeyVersions: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "cryptoKeyVersions"),
				listImportJobs: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "importJobs"),
				listRetiredResources: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "retiredResources")
			};
			const protoFilesRoot = this._gaxModule.protobufFromJSON(jsonProtos);
			const lroOptions = {
				auth: this.auth,
				grpc: "grpc" in this._gaxGrpc ? this._gaxGrpc.grpc : void 0
			};
			if (opts.fallback) {
				lroOptions.protoJson = protoFilesRoot;
				lroOptions.httpRules = [
					{
						selector: "google.cloud.location.Locations.GetLocation",
						get: "/v1/{name=projects/*/locations/*}"
					},
					{
						selector: "google.cloud.location.Locations.ListLocations",
						get: "/v1/{name=projects/*}/locations"
					},
					{
						selector: "google.iam.v1.IAMPolicy.GetIamPolicy",
						get: "/v1/{resource=projects/*/locations/*/keyRings/*}:getIamPolicy",
						additional_bindings: [
							{ get: "/v1/{resource=projects/*/locations/*/keyRings/*/cryptoKeys/*}:getIamPolicy" },
							{ get: "/v1/{resource=projects/*/locations/*/keyRings/*/importJobs/*}:getIamPolicy" },
							{ get: "/v1/{resource=projects/*/locations/*/ekmConfig}:getIamPolicy" },
							{ get: "/v1/{resource=projects/*/locations/*/ekmConnections/*}:getIamPolicy" }
						]
					},
					{
						selector: "google.iam.v1.IAMPolicy.SetIamPolicy",
						post: "/v1/{resource=projects/*/locations/*/keyRings/*}:setIamPolicy",
						body: "*",
						additional_bindings: [
							{
								post: "/v1/{resource=projects/*/locations/*/keyRings/*/cryptoKeys/*}:setIamPolicy",
								body: "*"
							},
							{
								post: "/v1/{resource=projects/*/locations/*/keyRings/*/importJobs/*}:setIamPolicy",
								body: "*"
							},
							{
								post: "/v1/{resource=projects/*/locations/*/ekmConfig}:setIamPolicy",
								body: "*"
							},
							{
								post: "/v1/{resource=projects/*/locations/*/ekmConnections/*}:setIamPolicy",
								body: "*"
							}
						]
					},
					{
						selector: "google.iam.v1.IAMPolicy.TestIamPermissions",
						post: "/v1/{resource=projects/*/locations/*/keyRings/*}:testIamPermissions",
						body: "*",
						additional_bindings: [
							{
								post: "/v1/{resource=projects/*/locations/*/keyRings/*/cryptoKeys/*}:testIamPermissions",
								body: "*"
							},
							{
								post: "/v1/{resource=projects/*/locations/*/keyRings/*/importJobs/*}:testIamPermissions",
								body: "*"
							},
							{
								post: "/v1/{resource=projects/*/locations/*/ekmConfig}:testIamPermissions",
								body: "*"
							},
							{
								post: "/v1/{resource=projects/*/locations/*/ekmConnections/*}:testIamPermissions",
								body: "*"
							}
						]
					},
					{
						selector: "google.longrunning.Operations.GetOperation",
						get: "/v1/{name=projects/*/locations/*/operations/*}"
					}
				];
			}
			this.operationsClient = this._gaxModule.lro(lroOptions).operationsClient(opts);
			const deleteCryptoKeyResponse = protoFilesRoot.lookup(".google.protobuf.Empty");
			const deleteCryptoKeyMetadata = protoFilesRoot.lookup(".google.cloud.kms.v1.DeleteCryptoKeyMetadata");
			const deleteCryptoKeyVersionResponse = protoFilesRoot.lookup(".google.protobuf.Empty");
			const deleteCryptoKeyVersionMetadata = protoFilesRoot.lookup(".google.cloud.kms.v1.DeleteCryptoKeyVersionMetadata");
			this.descriptors.longrunning = {
				deleteCryptoKey: new this._gaxModule.LongrunningDescriptor(this.operationsClient, deleteCryptoKeyResponse.decode.bind(deleteCryptoKeyResponse), deleteCryptoKeyMetadata.decode.bind(deleteCryptoKeyMetadata)),
				deleteCryptoKeyVersion: new this._gaxModule.LongrunningDescriptor(this.operationsClient, deleteCryptoKeyVersionResponse.decode.bind(deleteCryptoKeyVersionResponse), deleteCryptoKeyVersionMetadata.decode.bind(deleteCryptoKeyVersionMetadata))
			};
			this._defaults = this._gaxGrpc.constructSettings("google.cloud.kms.v1.KeyManagementService", gapicConfig, opts.clientConfig || {}, { "x-goog-api-client": clientHeader.join(" ") });
			this.innerApiCalls = {};
			this.warn = this._gaxModule.warn;
		}
		/**
		* Initialize the client.
		* Performs asynchronous operations (such as authentication) and prepares the client.
		* This function will be called automatically when any class method is called for the
		* first time, but if you need to initialize it before calling an actual method,
		* feel free to call initialize() directly.
		*
		* You can await on this method if you want to make sure the client is initialized.
		*
		* @returns {Promise} A promise that resolves to an authenticated service stub.
		*/
		initialize() {
			if (this.keyManagementServiceStub) return this.keyManagementServiceStub;
			this.keyManagementServiceStub = this._gaxGrpc.createStub(this._opts.fallback ? this._protos.lookupService("google.cloud.kms.v1.KeyManagementService") : this._protos.google.cloud.kms.v1.KeyManagementService, this._opts, this._providedCustomServicePath);
			for (const methodName of [
				"listKeyRings",
				"listCryptoKeys",
				"listCryptoKeyVersions",
				"listImportJobs",
				"listRetiredResources",
				"getKeyRing",
				"getCryptoKey",
				"getCryptoKeyVersion",
				"getPublicKey",
				"getImportJob",
				"getRetiredResource",
				"createKeyRing",
				"createCryptoKey",
				"createCryptoKeyVersion",
				"deleteCryptoKey",
				"deleteCryptoKeyVersion",
				"importCryptoKeyVersion",
				"importTrustedKeyWrappedCryptoKeyVersion",
				"exportTrustedKeyWrappedCryptoKeyVersion",
				"createImportJob",
				"updateCryptoKey",
				"updateCryptoKeyVersion",
				"updateCryptoKeyPrimaryVersion",
				"destroyCryptoKeyVersion",
				"restoreCryptoKeyVersion",
				"encrypt",
				"decrypt",
				"rawEncrypt",
				"rawDecrypt",
				"asymmetricSign",
				"asymmetricDecrypt",
				"macSign",
				"macVerify",
				"decapsulate",
				"generateRandomBytes"
			]) {
				const callPromise = this.keyManagementServiceStub.then((stub) => (...args) => {
					if (this._terminated) return Promise.reject("The client has already been closed.");
					return stub[methodName].apply(stub, args);
				}, (err) => () => {
					throw err;
				});
				const descriptor = this.descriptors.page[methodName] || this.descriptors.longrunning[methodName] || void 0;
				const apiCall = this._gaxModule.createApiCall(callPromise, this._defaults[methodName], descriptor, this._opts.fallback);
				this.innerApiCalls[methodName] = apiCall;
			}
			return this.keyManagementServiceStub;
		}
		/**
		* The DNS address for this API service.
		* @deprecated Use the apiEndpoint method of the client instance.
		* @returns {string} The DNS address for this service.
		*/
		static get servicePath() {
			if (typeof process === "object" && typeof process.emitWarning === "function") process.emitWarning("Static servicePath is deprecated, please use the instance method instead.", "DeprecationWarning");
			return "cloudkms.googleapis.com";
		}
		/**
		* The DNS address for this API service - same as servicePath.
		* @deprecated Use the apiEndpoint method of the client instance.
		* @returns {string} The DNS address for this service.
		*/
		static get apiEndpoint() {
			if (typeof process === "object" && typeof process.emitWarning === "function") process.emitWarning("Static apiEndpoint is deprecated, please use the instance method instead.", "DeprecationWarning");
			return "cloudkms.googleapis.com";
		}
		/**
		* The DNS address for this API service.
		* @returns {string} The DNS address for this service.
		*/
		get apiEndpoint() {
			return this._servicePath;
		}
		get universeDomain() {
			return this._universeDomain;
		}
		/**
		* The port for this API service.
		* @returns {number} The default port for this service.
		*/
		static get port() {
			return 443;
		}
		/**
		* The scopes needed to make gRPC calls for every method defined
		* in this service.
		* @returns {string[]} List of default scopes.
		*/
		static get scopes() {
			return ["https://www.googleapis.com/auth/cloud-platform", "https://www.googleapis.com/auth/cloudkms"];
		}
		/**
		* Return the project ID used by this class.
		* @returns {Promise} A promise that resolves to string containing the project ID.
		*/
		getProjectId(callback) {
			if (callback) {
				this.auth.getProjectId(callback);
				return;
			}
			return this.auth.getProjectId();
		}
		getKeyRing(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("getKeyRing request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getKeyRing response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getKeyRing(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getKeyRing response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		getCryptoKey(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("getCryptoKey request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getCryptoKey response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getCryptoKey(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getCryptoKey response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		getCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("getCryptoKeyVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getCryptoKeyVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getCryptoKeyVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		getPublicKey(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("getPublicKey request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getPublicKey response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getPublicKey(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getPublicKey response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		getImportJob(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("getImportJob request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getImportJob response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getImportJob(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getImportJob response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		getRetiredResource(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("getRetiredResource request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getRetiredResource response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getRetiredResource(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getRetiredResource response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		createKeyRing(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("createKeyRing request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("createKeyRing response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.createKeyRing(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("createKeyRing response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		createCryptoKey(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("createCryptoKey request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("createCryptoKey response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.createCryptoKey(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("createCryptoKey response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		createCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("createCryptoKeyVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("createCryptoKeyVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.createCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("createCryptoKeyVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		importCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("importCryptoKeyVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("importCryptoKeyVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.importCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("importCryptoKeyVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		importTrustedKeyWrappedCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("importTrustedKeyWrappedCryptoKeyVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("importTrustedKeyWrappedCryptoKeyVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.importTrustedKeyWrappedCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("importTrustedKeyWrappedCryptoKeyVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		exportTrustedKeyWrappedCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("exportTrustedKeyWrappedCryptoKeyVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("exportTrustedKeyWrappedCryptoKeyVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.exportTrustedKeyWrappedCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("exportTrustedKeyWrappedCryptoKeyVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		createImportJob(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("createImportJob request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("createImportJob response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.createImportJob(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("createImportJob response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		updateCryptoKey(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ "crypto_key.name": request.cryptoKey.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("updateCryptoKey request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("updateCryptoKey response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.updateCryptoKey(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("updateCryptoKey response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		updateCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ "crypto_key_version.name": request.cryptoKeyVersion.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("updateCryptoKeyVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("updateCryptoKeyVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.updateCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("updateCryptoKeyVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		updateCryptoKeyPrimaryVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("updateCryptoKeyPrimaryVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("updateCryptoKeyPrimaryVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.updateCryptoKeyPrimaryVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("updateCryptoKeyPrimaryVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		destroyCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("destroyCryptoKeyVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("destroyCryptoKeyVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.destroyCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("destroyCryptoKeyVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		restoreCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("restoreCryptoKeyVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("restoreCryptoKeyVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.restoreCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("restoreCryptoKeyVersion response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		encrypt(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("encrypt request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("encrypt response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.encrypt(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("encrypt response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		decrypt(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("decrypt request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("decrypt response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.decrypt(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("decrypt response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		rawEncrypt(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("rawEncrypt request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("rawEncrypt response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.rawEncrypt(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("rawEncrypt response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		rawDecrypt(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("rawDecrypt request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("rawDecrypt response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.rawDecrypt(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("rawDecrypt response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		asymmetricSign(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("asymmetricSign request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("asymmetricSign response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.asymmetricSign(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("asymmetricSign response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		asymmetricDecrypt(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("asymmetricDecrypt request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("asymmetricDecrypt response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.asymmetricDecrypt(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("asymmetricDecrypt response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		macSign(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("macSign request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("macSign response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.macSign(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("macSign response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		macVerify(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("macVerify request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("macVerify response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.macVerify(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("macVerify response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		decapsulate(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("decapsulate request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("decapsulate response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.decapsulate(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("decapsulate response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		generateRandomBytes(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ location: request.location ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("generateRandomBytes request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("generateRandomBytes response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.generateRandomBytes(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("generateRandomBytes response %j", response);
				return [
					response,
					options,
					rawResponse
				];
			}).catch((error) => {
				if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
					const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
					error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
				}
				throw error;
			});
		}
		deleteCryptoKey(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			const wrappedCallback = callback ? (error, response, rawResponse, _) => {
				this._log.info("deleteCryptoKey response %j", rawResponse);
				callback(error, response, rawResponse, _);
			} : void 0;
			this._log.info("deleteCryptoKey request %j", request);
			return this.innerApiCalls.deleteCryptoKey(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
				this._log.info("deleteCryptoKey response %j", rawResponse);
				return [
					response,
					rawResponse,
					_
				];
			});
		}
		/**
		* Check the status of the long running operation returned by `deleteCryptoKey()`.
		* @param {String} name
		*   The operation name that will be passed.
		* @returns {Promise} - The promise which resolves to an object.
		*   The decoded operation object has result and metadata field to get information from.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/key_management_service.delete_crypto_key.js</caption>
		* region_tag:cloudkms_v1_generated_KeyManagementService_DeleteCryptoKey_async
		*/
		async checkDeleteCryptoKeyProgress(name) {
			this._log.info("deleteCryptoKey long-running");
			const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
			const [operation] = await this.operationsClient.getOperation(request);
			return new this._gaxModule.Operation(operation, this.descriptors.longrunning.deleteCryptoKey, this._gaxModule.createDefaultBackoffSettings());
		}
		deleteCryptoKeyVersion(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			const wrappedCallback = callback ? (error, response, rawResponse, _) => {
				this._log.info("deleteCryptoKeyVersion response %j", rawResponse);
				callback(error, response, rawResponse, _);
			} : void 0;
			this._log.info("deleteCryptoKeyVersion request %j", request);
			return this.innerApiCalls.deleteCryptoKeyVersion(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
				this._log.info("deleteCryptoKeyVersion response %j", rawResponse);
				return [
					response,
					rawResponse,
					_
				];
			});
		}
		/**
		* Check the status of the long running operation returned by `deleteCryptoKeyVersion()`.
		* @param {String} name
		*   The operation name that will be passed.
		* @returns {Promise} - The promise which resolves to an object.
		*   The decoded operation object has result and metadata field to get information from.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/key_management_service.delete_crypto_key_version.js</caption>
		* region_tag:cloudkms_v1_generated_KeyManagementService_DeleteCryptoKeyVersion_async
		*/
		async checkDeleteCryptoKeyVersionProgress(name) {
			this._log.info("deleteCryptoKeyVersion long-running");
			const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
			const [operation] = await this.operationsClient.getOperation(request);
			return new this._gaxModule.Operation(operation, this.descriptors.longrunning.deleteCryptoKeyVersion, this._gaxModule.createDefaultBackoffSettings());
		}
		listKeyRings(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			const wrappedCallback = callback ? (error, values, nextPageRequest, rawResponse) => {
				this._log.info("listKeyRings values %j", values);
				callback(error, values, nextPageRequest, rawResponse);
			} : void 0;
			this._log.info("listKeyRings request %j", request);
			return this.innerApiCalls.listKeyRings(request, options, wrappedCallback)?.then(([response, input, output]) => {
				this._log.info("listKeyRings values %j", response);
				return [
					response,
					input,
					output
				];
			});
		}
		/**
		* Equivalent to `listKeyRings`, but returns a NodeJS Stream object.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the location associated with the
		*   {@link protos.google.cloud.kms.v1.KeyRing|KeyRings}, in the format
		*   `projects/* /locations/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.KeyRing|KeyRings} to include in the response. Further
		*   {@link protos.google.cloud.kms.v1.KeyRing|KeyRings} can subsequently be obtained by
		*   including the
		*   {@link protos.google.cloud.kms.v1.ListKeyRingsResponse.next_page_token|ListKeyRingsResponse.next_page_token}
		*   in a subsequent request.  If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListKeyRingsResponse.next_page_token|ListKeyRingsResponse.next_page_token}.
		* @param {string} [request.filter]
		*   Optional. Only include resources that match the filter in the response. For
		*   more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {string} [request.orderBy]
		*   Optional. Specify how the results should be sorted. If not specified, the
		*   results will be sorted in the default order.  For more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Stream}
		*   An object stream which emits an object representing {@link protos.google.cloud.kms.v1.KeyRing|KeyRing} on 'data' event.
		*   The client library will perform auto-pagination by default: it will call the API as many
		*   times as needed. Note that it can affect your quota.
		*   We recommend using `listKeyRingsAsync()`
		*   method described below for async iteration which you can stop as needed.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		*/
		listKeyRingsStream(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listKeyRings"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listKeyRings stream %j", request);
			return this.descriptors.page.listKeyRings.createStream(this.innerApiCalls.listKeyRings, request, callSettings);
		}
		/**
		* Equivalent to `listKeyRings`, but returns an iterable object.
		*
		* `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the location associated with the
		*   {@link protos.google.cloud.kms.v1.KeyRing|KeyRings}, in the format
		*   `projects/* /locations/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.KeyRing|KeyRings} to include in the response. Further
		*   {@link protos.google.cloud.kms.v1.KeyRing|KeyRings} can subsequently be obtained by
		*   including the
		*   {@link protos.google.cloud.kms.v1.ListKeyRingsResponse.next_page_token|ListKeyRingsResponse.next_page_token}
		*   in a subsequent request.  If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListKeyRingsResponse.next_page_token|ListKeyRingsResponse.next_page_token}.
		* @param {string} [request.filter]
		*   Optional. Only include resources that match the filter in the response. For
		*   more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {string} [request.orderBy]
		*   Optional. Specify how the results should be sorted. If not specified, the
		*   results will be sorted in the default order.  For more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Object}
		*   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
		*   When you iterate the returned iterable, each element will be an object representing
		*   {@link protos.google.cloud.kms.v1.KeyRing|KeyRing}. The API will be called under the hood as needed, once per the page,
		*   so you can stop the iteration when you don't need more results.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/key_management_service.list_key_rings.js</caption>
		* region_tag:cloudkms_v1_generated_KeyManagementService_ListKeyRings_async
		*/
		listKeyRingsAsync(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listKeyRings"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listKeyRings iterate %j", request);
			return this.descriptors.page.listKeyRings.asyncIterate(this.innerApiCalls["listKeyRings"], request, callSettings);
		}
		listCryptoKeys(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			const wrappedCallback = callback ? (error, values, nextPageRequest, rawResponse) => {
				this._log.info("listCryptoKeys values %j", values);
				callback(error, values, nextPageRequest, rawResponse);
			} : void 0;
			this._log.info("listCryptoKeys request %j", request);
			return this.innerApiCalls.listCryptoKeys(request, options, wrappedCallback)?.then(([response, input, output]) => {
				this._log.info("listCryptoKeys values %j", response);
				return [
					response,
					input,
					output
				];
			});
		}
		/**
		* Equivalent to `listCryptoKeys`, but returns a NodeJS Stream object.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the {@link protos.google.cloud.kms.v1.KeyRing|KeyRing}
		*   to list, in the format `projects/* /locations/* /keyRings/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKeys} to include in the response.
		*   Further {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKeys} can subsequently be
		*   obtained by including the
		*   {@link protos.google.cloud.kms.v1.ListCryptoKeysResponse.next_page_token|ListCryptoKeysResponse.next_page_token}
		*   in a subsequent request.  If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListCryptoKeysResponse.next_page_token|ListCryptoKeysResponse.next_page_token}.
		* @param {google.cloud.kms.v1.CryptoKeyVersion.CryptoKeyVersionView} request.versionView
		*   The fields of the primary version to include in the response.
		* @param {string} [request.filter]
		*   Optional. Only include resources that match the filter in the response. For
		*   more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {string} [request.orderBy]
		*   Optional. Specify how the results should be sorted. If not specified, the
		*   results will be sorted in the default order. For more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Stream}
		*   An object stream which emits an object representing {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKey} on 'data' event.
		*   The client library will perform auto-pagination by default: it will call the API as many
		*   times as needed. Note that it can affect your quota.
		*   We recommend using `listCryptoKeysAsync()`
		*   method described below for async iteration which you can stop as needed.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		*/
		listCryptoKeysStream(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listCryptoKeys"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listCryptoKeys stream %j", request);
			return this.descriptors.page.listCryptoKeys.createStream(this.innerApiCalls.listCryptoKeys, request, callSettings);
		}
		/**
		* Equivalent to `listCryptoKeys`, but returns an iterable object.
		*
		* `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the {@link protos.google.cloud.kms.v1.KeyRing|KeyRing}
		*   to list, in the format `projects/* /locations/* /keyRings/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKeys} to include in the response.
		*   Further {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKeys} can subsequently be
		*   obtained by including the
		*   {@link protos.google.cloud.kms.v1.ListCryptoKeysResponse.next_page_token|ListCryptoKeysResponse.next_page_token}
		*   in a subsequent request.  If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListCryptoKeysResponse.next_page_token|ListCryptoKeysResponse.next_page_token}.
		* @param {google.cloud.kms.v1.CryptoKeyVersion.CryptoKeyVersionView} request.versionView
		*   The fields of the primary version to include in the response.
		* @param {string} [request.filter]
		*   Optional. Only include resources that match the filter in the response. For
		*   more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {string} [request.orderBy]
		*   Optional. Specify how the results should be sorted. If not specified, the
		*   results will be sorted in the default order. For more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Object}
		*   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
		*   When you iterate the returned iterable, each element will be an object representing
		*   {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKey}. The API will be called under the hood as needed, once per the page,
		*   so you can stop the iteration when you don't need more results.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/key_management_service.list_crypto_keys.js</caption>
		* region_tag:cloudkms_v1_generated_KeyManagementService_ListCryptoKeys_async
		*/
		listCryptoKeysAsync(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listCryptoKeys"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listCryptoKeys iterate %j", request);
			return this.descriptors.page.listCryptoKeys.asyncIterate(this.innerApiCalls["listCryptoKeys"], request, callSettings);
		}
		listCryptoKeyVersions(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			const wrappedCallback = callback ? (error, values, nextPageRequest, rawResponse) => {
				this._log.info("listCryptoKeyVersions values %j", values);
				callback(error, values, nextPageRequest, rawResponse);
			} : void 0;
			this._log.info("listCryptoKeyVersions request %j", request);
			return this.innerApiCalls.listCryptoKeyVersions(request, options, wrappedCallback)?.then(([response, input, output]) => {
				this._log.info("listCryptoKeyVersions values %j", response);
				return [
					response,
					input,
					output
				];
			});
		}
		/**
		* Equivalent to `listCryptoKeyVersions`, but returns a NodeJS Stream object.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the
		*   {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKey} to list, in the format
		*   `projects/* /locations/* /keyRings/* /cryptoKeys/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.CryptoKeyVersion|CryptoKeyVersions} to include in the
		*   response. Further {@link protos.google.cloud.kms.v1.CryptoKeyVersion|CryptoKeyVersions}
		*   can subsequently be obtained by including the
		*   {@link protos.google.cloud.kms.v1.ListCryptoKeyVersionsResponse.next_page_token|ListCryptoKeyVersionsResponse.next_page_token}
		*   in a subsequent request. If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListCryptoKeyVersionsResponse.next_page_token|ListCryptoKeyVersionsResponse.next_page_token}.
		* @param {google.cloud.kms.v1.CryptoKeyVersion.CryptoKeyVersionView} request.view
		*   The fields to include in the response.
		* @param {string} [request.filter]
		*   Optional. Only include resources that match the filter in the response. For
		*   more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {string} [request.orderBy]
		*   Optional. Specify how the results should be sorted. If not specified, the
		*   results will be sorted in the default order. For more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Stream}
		*   An object stream which emits an object representing {@link protos.google.cloud.kms.v1.CryptoKeyVersion|CryptoKeyVersion} on 'data' event.
		*   The client library will perform auto-pagination by default: it will call the API as many
		*   times as needed. Note that it can affect your quota.
		*   We recommend using `listCryptoKeyVersionsAsync()`
		*   method described below for async iteration which you can stop as needed.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		*/
		listCryptoKeyVersionsStream(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listCryptoKeyVersions"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listCryptoKeyVersions stream %j", request);
			return this.descriptors.page.listCryptoKeyVersions.createStream(this.innerApiCalls.listCryptoKeyVersions, request, callSettings);
		}
		/**
		* Equivalent to `listCryptoKeyVersions`, but returns an iterable object.
		*
		* `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the
		*   {@link protos.google.cloud.kms.v1.CryptoKey|CryptoKey} to list, in the format
		*   `projects/* /locations/* /keyRings/* /cryptoKeys/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.CryptoKeyVersion|CryptoKeyVersions} to include in the
		*   response. Further {@link protos.google.cloud.kms.v1.CryptoKeyVersion|CryptoKeyVersions}
		*   can subsequently be obtained by including the
		*   {@link protos.google.cloud.kms.v1.ListCryptoKeyVersionsResponse.next_page_token|ListCryptoKeyVersionsResponse.next_page_token}
		*   in a subsequent request. If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListCryptoKeyVersionsResponse.next_page_token|ListCryptoKeyVersionsResponse.next_page_token}.
		* @param {google.cloud.kms.v1.CryptoKeyVersion.CryptoKeyVersionView} request.view
		*   The fields to include in the response.
		* @param {string} [request.filter]
		*   Optional. Only include resources that match the filter in the response. For
		*   more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {string} [request.orderBy]
		*   Optional. Specify how the results should be sorted. If not specified, the
		*   results will be sorted in the default order. For more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Object}
		*   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
		*   When you iterate the returned iterable, each element will be an object representing
		*   {@link protos.google.cloud.kms.v1.CryptoKeyVersion|CryptoKeyVersion}. The API will be called under the hood as needed, once per the page,
		*   so you can stop the iteration when you don't need more results.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/key_management_service.list_crypto_key_versions.js</caption>
		* region_tag:cloudkms_v1_generated_KeyManagementService_ListCryptoKeyVersions_async
		*/
		listCryptoKeyVersionsAsync(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listCryptoKeyVersions"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listCryptoKeyVersions iterate %j", request);
			return this.descriptors.page.listCryptoKeyVersions.asyncIterate(this.innerApiCalls["listCryptoKeyVersions"], request, callSettings);
		}
		listImportJobs(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			const wrappedCallback = callback ? (error, values, nextPageRequest, rawResponse) => {
				this._log.info("listImportJobs values %j", values);
				callback(error, values, nextPageRequest, rawResponse);
			} : void 0;
			this._log.info("listImportJobs request %j", request);
			return this.innerApiCalls.listImportJobs(request, options, wrappedCallback)?.then(([response, input, output]) => {
				this._log.info("listImportJobs values %j", response);
				return [
					response,
					input,
					output
				];
			});
		}
		/**
		* Equivalent to `listImportJobs`, but returns a NodeJS Stream object.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the {@link protos.google.cloud.kms.v1.KeyRing|KeyRing}
		*   to list, in the format `projects/* /locations/* /keyRings/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.ImportJob|ImportJobs} to include in the response.
		*   Further {@link protos.google.cloud.kms.v1.ImportJob|ImportJobs} can subsequently be
		*   obtained by including the
		*   {@link protos.google.cloud.kms.v1.ListImportJobsResponse.next_page_token|ListImportJobsResponse.next_page_token}
		*   in a subsequent request. If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListImportJobsResponse.next_page_token|ListImportJobsResponse.next_page_token}.
		* @param {string} [request.filter]
		*   Optional. Only include resources that match the filter in the response. For
		*   more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {string} [request.orderBy]
		*   Optional. Specify how the results should be sorted. If not specified, the
		*   results will be sorted in the default order. For more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Stream}
		*   An object stream which emits an object representing {@link protos.google.cloud.kms.v1.ImportJob|ImportJob} on 'data' event.
		*   The client library will perform auto-pagination by default: it will call the API as many
		*   times as needed. Note that it can affect your quota.
		*   We recommend using `listImportJobsAsync()`
		*   method described below for async iteration which you can stop as needed.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		*/
		listImportJobsStream(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listImportJobs"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listImportJobs stream %j", request);
			return this.descriptors.page.listImportJobs.createStream(this.innerApiCalls.listImportJobs, request, callSettings);
		}
		/**
		* Equivalent to `listImportJobs`, but returns an iterable object.
		*
		* `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the {@link protos.google.cloud.kms.v1.KeyRing|KeyRing}
		*   to list, in the format `projects/* /locations/* /keyRings/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.ImportJob|ImportJobs} to include in the response.
		*   Further {@link protos.google.cloud.kms.v1.ImportJob|ImportJobs} can subsequently be
		*   obtained by including the
		*   {@link protos.google.cloud.kms.v1.ListImportJobsResponse.next_page_token|ListImportJobsResponse.next_page_token}
		*   in a subsequent request. If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListImportJobsResponse.next_page_token|ListImportJobsResponse.next_page_token}.
		* @param {string} [request.filter]
		*   Optional. Only include resources that match the filter in the response. For
		*   more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {string} [request.orderBy]
		*   Optional. Specify how the results should be sorted. If not specified, the
		*   results will be sorted in the default order. For more information, see
		*   [Sorting and filtering list
		*   results](https://cloud.google.com/kms/docs/sorting-and-filtering).
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Object}
		*   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
		*   When you iterate the returned iterable, each element will be an object representing
		*   {@link protos.google.cloud.kms.v1.ImportJob|ImportJob}. The API will be called under the hood as needed, once per the page,
		*   so you can stop the iteration when you don't need more results.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/key_management_service.list_import_jobs.js</caption>
		* region_tag:cloudkms_v1_generated_KeyManagementService_ListImportJobs_async
		*/
		listImportJobsAsync(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listImportJobs"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listImportJobs iterate %j", request);
			return this.descriptors.page.listImportJobs.asyncIterate(this.innerApiCalls["listImportJobs"], request, callSettings);
		}
		listRetiredResources(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			const wrappedCallback = callback ? (error, values, nextPageRequest, rawResponse) => {
				this._log.info("listRetiredResources values %j", values);
				callback(error, values, nextPageRequest, rawResponse);
			} : void 0;
			this._log.info("listRetiredResources request %j", request);
			return this.innerApiCalls.listRetiredResources(request, options, wrappedCallback)?.then(([response, input, output]) => {
				this._log.info("listRetiredResources values %j", response);
				return [
					response,
					input,
					output
				];
			});
		}
		/**
		* Equivalent to `listRetiredResources`, but returns a NodeJS Stream object.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The project-specific location holding the
		*   {@link protos.google.cloud.kms.v1.RetiredResource|RetiredResources}, in the format
		*   `projects/* /locations/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.RetiredResource|RetiredResources} to be included in
		*   the response. Further
		*   {@link protos.google.cloud.kms.v1.RetiredResource|RetiredResources} can subsequently be
		*   obtained by including the
		*   {@link protos.google.cloud.kms.v1.ListRetiredResourcesResponse.next_page_token|ListRetiredResourcesResponse.next_page_token}
		*   in a subsequent request. If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListRetiredResourcesResponse.next_page_token|ListRetiredResourcesResponse.next_page_token}.
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Stream}
		*   An object stream which emits an object representing {@link protos.google.cloud.kms.v1.RetiredResource|RetiredResource} on 'data' event.
		*   The client library will perform auto-pagination by default: it will call the API as many
		*   times as needed. Note that it can affect your quota.
		*   We recommend using `listRetiredResourcesAsync()`
		*   method described below for async iteration which you can stop as needed.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		*/
		listRetiredResourcesStream(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listRetiredResources"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listRetiredResources stream %j", request);
			return this.descriptors.page.listRetiredResources.createStream(this.innerApiCalls.listRetiredResources, request, callSettings);
		}
		/**
		* Equivalent to `listRetiredResources`, but returns an iterable object.
		*
		* `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The project-specific location holding the
		*   {@link protos.google.cloud.kms.v1.RetiredResource|RetiredResources}, in the format
		*   `projects/* /locations/*`.
		* @param {number} [request.pageSize]
		*   Optional. Optional limit on the number of
		*   {@link protos.google.cloud.kms.v1.RetiredResource|RetiredResources} to be included in
		*   the response. Further
		*   {@link protos.google.cloud.kms.v1.RetiredResource|RetiredResources} can subsequently be
		*   obtained by including the
		*   {@link protos.google.cloud.kms.v1.ListRetiredResourcesResponse.next_page_token|ListRetiredResourcesResponse.next_page_token}
		*   in a subsequent request. If unspecified, the server will pick an
		*   appropriate default.
		* @param {string} [request.pageToken]
		*   Optional. Optional pagination token, returned earlier via
		*   {@link protos.google.cloud.kms.v1.ListRetiredResourcesResponse.next_page_token|ListRetiredResourcesResponse.next_page_token}.
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Object}
		*   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
		*   When you iterate the returned iterable, each element will be an object representing
		*   {@link protos.google.cloud.kms.v1.RetiredResource|RetiredResource}. The API will be called under the hood as needed, once per the page,
		*   so you can stop the iteration when you don't need more results.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/key_management_service.list_retired_resources.js</caption>
		* region_tag:cloudkms_v1_generated_KeyManagementService_ListRetiredResources_async
		*/
		listRetiredResourcesAsync(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listRetiredResources"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listRetiredResources iterate %j", request);
			return this.descriptors.page.listRetiredResources.asyncIterate(this.innerApiCalls["listRetiredResources"], request, callSettings);
		}
		/**
		* Gets the access control policy for a resource. Returns an empty policy
		* if the resource exists and does not have a policy set.
		*
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.resource
		*   REQUIRED: The resource for which the policy is being requested.
		*   See the operation documentation for the appropriate value for this field.
		* @param {Object} [request.options]
		*   OPTIONAL: A `GetPolicyOptions` object for specifying options to
		*   `GetIamPolicy`. This field is only used by Cloud IAM.
		*
		*   This object should have the same structure as {@link google.iam.v1.GetPolicyOptions | GetPolicyOptions}.
		* @param {Object} [options]
		*   Optional parameters. You can override the default settings for this call, e.g, timeout,
		*   retries, paginations, etc. See {@link https://googleapis.github.io/gax-nodejs/interfaces/CallOptions.html | gax.CallOptions} for the details.
		* @param {function(?Error, ?Object)} [callback]
		*   The function which will be called with the result of the API call.
		*
		*   The second parameter to the callback is an object representing {@link google.iam.v1.Policy | Policy}.
		* @returns {Promise} - The promise which resolves to an array.
		*   The first element of the array is an object representing {@link google.iam.v1.Policy | Policy}.
		*   The promise has a method named "cancel" which cancels the ongoing API call.
		*/
		getIamPolicy(request, options, callback) {
			return this.iamClient.getIamPolicy(request, options, callback);
		}
		/**
		* Returns permissions that a caller has on the specified resource. If the
		* resource does not exist, this will return an empty set of
		* permissions, not a NOT_FOUND error.
		*
		* Note: This operation is designed to be used for building
		* permission-aware UIs and command-line tools, not for authorization
		* checking. This operation may "fail open" without warning.
		*
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.resource
		*   REQUIRED: The resource for which the policy detail is being requested.
		*   See the operation documentation for the appropriate value for this field.
		* @param {string[]} request.permissions
		*   The set of permissions to check for the `resource`. Permissions with
		*   wildcards (such as '*' or 'storage.*') are not allowed. For more
		*   information see {@link https://cloud.google.com/iam/docs/overview#permissions | IAM Overview }.
		* @param {Object} [options]
		*   Optional parameters. You can override the default settings for this call, e.g, timeout,
		*   retries, paginations, etc. See {@link https://googleapis.github.io/gax-nodejs/interfaces/CallOptions.html | gax.CallOptions} for the details.
		* @param {function(?Error, ?Object)} [callback]
		*   The function which will be called with the result of the API call.
		*
		*   The second parameter to the callback is an object representing {@link google.iam.v1.TestIamPermissionsResponse | TestIamPermissionsResponse}.
		* @returns {Promise} - The promise which resolves to an array.
		*   The first element of the array is an object representing {@link google.iam.v1.TestIamPermissionsResponse | TestIamPermissionsResponse}.
		*   The promise has a method named "cancel" which cancels the ongoing API call.
		*/
		setIamPolicy(request, options, callback) {
			return this.iamClient.setIamPolicy(request, options, callback);
		}
		/**
		* Returns permissions that a caller has on the specified resource. If the
		* resource does not exist, this will return an empty set of
		* permissions, not a NOT_FOUND error.
		*
		* Note: This operation is designed to be used for building
		* permission-aware UIs and command-line tools, not for authorization
		* checking. This operation may "fail open" without warning.
		*
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.resource
		*   REQUIRED: The resource for which the policy detail is being requested.
		*   See the operation documentation for the appropriate value for this field.
		* @param {string[]} request.permissions
		*   The set of permissions to check for the `resource`. Permissions with
		*   wildcards (such as '*' or 'storage.*') are not allowed. For more
		*   information see {@link https://cloud.google.com/iam/docs/overview#permissions | IAM Overview }.
		* @param {Object} [options]
		*   Optional parameters. You can override the default settings for this call, e.g, timeout,
		*   retries, paginations, etc. See {@link https://googleapis.github.io/gax-nodejs/interfaces/CallOptions.html | gax.CallOptions} for the details.
		* @param {function(?Error, ?Object)} [callback]
		*   The function which will be called with the result of the API call.
		*
		*   The second parameter to the callback is an object representing {@link google.iam.v1.TestIamPermissionsResponse | TestIamPermissionsResponse}.
		* @returns {Promise} - The promise which resolves to an array.
		*   The first element of the array is an object representing {@link google.iam.v1.TestIamPermissionsResponse | TestIamPermissionsResponse}.
		*   The promise has a method named "cancel" which cancels the ongoing API call.
		*
		*/
		testIamPermissions(request, options, callback) {
			return this.iamClient.testIamPermissions(request, options, callback);
		}
		/**
		* Gets information about a location.
		*
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.name
		*   Resource name for the location.
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html | CallOptions} for more details.
		* @returns {Promise} - The promise which resolves to an array.
		*   The first element of the array is an object representing {@link google.cloud.location.Location | Location}.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#regular-methods | documentation }
		*   for more details and examples.
		* @example
		* ```
		* const [response] = await client.getLocation(request);
		* ```
		*/
		getLocation(request, options, callback) {
			return this.locationsClient.getLocation(request, options, callback);
		}
		/**
		* Lists information about the supported locations for this service. Returns an iterable object.
		*
		* `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.name
		*   The resource that owns the locations collection, if applicable.
		* @param {string} request.filter
		*   The standard list filter.
		* @param {number} request.pageSize
		*   The standard list page size.
		* @param {string} request.pageToken
		*   The standard list page token.
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Object}
		*   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
		*   When you iterate the returned iterable, each element will be an object representing
		*   {@link google.cloud.location.Location | Location}. The API will be called under the hood as needed, once per the page,
		*   so you can stop the iteration when you don't need more results.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		* @example
		* ```
		* const iterable = client.listLocationsAsync(request);
		* for await (const response of iterable) {
		*   // process response
		* }
		* ```
		*/
		listLocationsAsync(request, options) {
			return this.locationsClient.listLocationsAsync(request, options);
		}
		/**
		* Gets the latest state of a long-running operation.  Clients can use this
		* method to poll the operation result at intervals as recommended by the API
		* service.
		*
		* @param {Object} request - The request object that will be sent.
		* @param {string} request.name - The name of the operation resource.
		* @param {Object=} options
		*   Optional parameters. You can override the default settings for this call,
		*   e.g, timeout, retries, paginations, etc. See {@link
		*   https://googleapis.github.io/gax-nodejs/global.html#CallOptions | gax.CallOptions}
		*   for the details.
		* @param {function(?Error, ?Object)=} callback
		*   The function which will be called with the result of the API call.
		*
		*   The second parameter to the callback is an object representing
		*   {@link google.longrunning.Operation | google.longrunning.Operation}.
		* @return {Promise} - The promise which resolves to an array.
		*   The first element of the array is an object representing
		* {@link google.longrunning.Operation | google.longrunning.Operation}.
		* The promise has a method named "cancel" which cancels the ongoing API call.
		*
		* @example
		* ```
		* const client = longrunning.operationsClient();
		* const name = '';
		* const [response] = await client.getOperation({name});
		* // doThingsWith(response)
		* ```
		*/
		getOperation(request, optionsOrCallback, callback) {
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			return this.operationsClient.getOperation(request, options, callback);
		}
		/**
		* Lists operations that match the specified filter in the request. If the
		* server doesn't support this method, it returns `UNIMPLEMENTED`. Returns an iterable object.
		*
		* For-await-of syntax is used with the iterable to recursively get response element on-demand.
		*
		* @param {Object} request - The request object that will be sent.
		* @param {string} request.name - The name of the operation collection.
		* @param {string} request.filter - The standard list filter.
		* @param {number=} request.pageSize -
		*   The maximum number of resources contained in the underlying API
		*   response. If page streaming is performed per-resource, this
		*   parameter does not affect the return value. If page streaming is
		*   performed per-page, this determines the maximum number of
		*   resources in a page.
		* @param {Object=} options
		*   Optional parameters. You can override the default settings for this call,
		*   e.g, timeout, retries, paginations, etc. See {@link
		*   https://googleapis.github.io/gax-nodejs/global.html#CallOptions | gax.CallOptions} for the
		*   details.
		* @returns {Object}
		*   An iterable Object that conforms to {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | iteration protocols}.
		*
		* @example
		* ```
		* const client = longrunning.operationsClient();
		* for await (const response of client.listOperationsAsync(request));
		* // doThingsWith(response)
		* ```
		*/
		listOperationsAsync(request, options) {
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			return this.operationsClient.listOperationsAsync(request, options);
		}
		/**
		* Starts asynchronous cancellation on a long-running operation.  The server
		* makes a best effort to cancel the operation, but success is not
		* guaranteed.  If the server doesn't support this method, it returns
		* `google.rpc.Code.UNIMPLEMENTED`.  Clients can use
		* {@link Operations.GetOperation} or
		* other methods to check whether the cancellation succeeded or whether the
		* operation completed despite cancellation. On successful cancellation,
		* the operation is not deleted; instead, it becomes an operation with
		* an {@link Operation.error} value with a {@link google.rpc.Status.code} of
		* 1, corresponding to `Code.CANCELLED`.
		*
		* @param {Object} request - The request object that will be sent.
		* @param {string} request.name - The name of the operation resource to be cancelled.
		* @param {Object=} options
		*   Optional parameters. You can override the default settings for this call,
		* e.g, timeout, retries, paginations, etc. See {@link
		* https://googleapis.github.io/gax-nodejs/global.html#CallOptions | gax.CallOptions} for the
		* details.
		* @param {function(?Error)=} callback
		*   The function which will be called with the result of the API call.
		* @return {Promise} - The promise which resolves when API call finishes.
		*   The promise has a method named "cancel" which cancels the ongoing API
		* call.
		*
		* @example
		* ```
		* const client = longrunning.operationsClient();
		* await client.cancelOperation({name: ''});
		* ```
		*/
		cancelOperation(request, optionsOrCallback, callback) {
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			return this.operationsClient.cancelOperation(request, options, callback);
		}
		/**
		* Deletes a long-running operation. This method indicates that the client is
		* no longer interested in the operation result. It does not cancel the
		* operation. If the server doesn't support this method, it returns
		* `google.rpc.Code.UNIMPLEMENTED`.
		*
		* @param {Object} request - The request object that will be sent.
		* @param {string} request.name - The name of the operation resource to be deleted.
		* @param {Object=} options
		*   Optional parameters. You can override the default settings for this call,
		* e.g, timeout, retries, paginations, etc. See {@link
		* https://googleapis.github.io/gax-nodejs/global.html#CallOptions | gax.CallOptions}
		* for the details.
		* @param {function(?Error)=} callback
		*   The function which will be called with the result of the API call.
		* @return {Promise} - The promise which resolves when API call finishes.
		*   The promise has a method named "cancel" which cancels the ongoing API
		* call.
		*
		* @example
		* ```
		* const client = longrunning.operationsClient();
		* await client.deleteOperation({name: ''});
		* ```
		*/
		deleteOperation(request, optionsOrCallback, callback) {
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ name: request.name ?? "" });
			return this.operationsClient.deleteOperation(request, options, callback);
		}
		/**
		* Return a fully-qualified cryptoKey resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} key_ring
		* @param {string} crypto_key
		* @returns {string} Resource name string.
		*/
		cryptoKeyPath(project, location, keyRing, cryptoKey) {
			return this.pathTemplates.cryptoKeyPathTemplate.render({
				project,
				location,
				key_ring: keyRing,
				crypto_key: cryptoKey
			});
		}
		/**
		* Parse the project from CryptoKey resource.
		*
		* @param {string} cryptoKeyName
		*   A fully-qualified path representing CryptoKey resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromCryptoKeyName(cryptoKeyName) {
			return this.pathTemplates.cryptoKeyPathTemplate.match(cryptoKeyName).project;
		}
		/**
		* Parse the location from CryptoKey resource.
		*
		* @param {string} cryptoKeyName
		*   A fully-qualified path representing CryptoKey resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromCryptoKeyName(cryptoKeyName) {
			return this.pathTemplates.cryptoKeyPathTemplate.match(cryptoKeyName).location;
		}
		/**
		* Parse the key_ring from CryptoKey resource.
		*
		* @param {string} cryptoKeyName
		*   A fully-qualified path representing CryptoKey resource.
		* @returns {string} A string representing the key_ring.
		*/
		matchKeyRingFromCryptoKeyName(cryptoKeyName) {
			return this.pathTemplates.cryptoKeyPathTemplate.match(cryptoKeyName).key_ring;
		}
		/**
		* Parse the crypto_key from CryptoKey resource.
		*
		* @param {string} cryptoKeyName
		*   A fully-qualified path representing CryptoKey resource.
		* @returns {string} A string representing the crypto_key.
		*/
		matchCryptoKeyFromCryptoKeyName(cryptoKeyName) {
			return this.pathTemplates.cryptoKeyPathTemplate.match(cryptoKeyName).crypto_key;
		}
		/**
		* Return a fully-qualified cryptoKeyVersion resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} key_ring
		* @param {string} crypto_key
		* @param {string} crypto_key_version
		* @returns {string} Resource name string.
		*/
		cryptoKeyVersionPath(project, location, keyRing, cryptoKey, cryptoKeyVersion) {
			return this.pathTemplates.cryptoKeyVersionPathTemplate.render({
				project,
				location,
				key_ring: keyRing,
				crypto_key: cryptoKey,
				crypto_key_version: cryptoKeyVersion
			});
		}
		/**
		* Parse the project from CryptoKeyVersion resource.
		*
		* @param {string} cryptoKeyVersionName
		*   A fully-qualified path representing CryptoKeyVersion resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromCryptoKeyVersionName(cryptoKeyVersionName) {
			return this.pathTemplates.cryptoKeyVersionPathTemplate.match(cryptoKeyVersionName).project;
		}
		/**
		* Parse the location from CryptoKeyVersion resource.
		*
		* @param {string} cryptoKeyVersionName
		*   A fully-qualified path representing CryptoKeyVersion resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromCryptoKeyVersionName(cryptoKeyVersionName) {
			return this.pathTemplates.cryptoKeyVersionPathTemplate.match(cryptoKeyVersionName).location;
		}
		/**
		* Parse the key_ring from CryptoKeyVersion resource.
		*
		* @param {string} cryptoKeyVersionName
		*   A fully-qualified path representing CryptoKeyVersion resource.
		* @returns {string} A string representing the key_ring.
		*/
		matchKeyRingFromCryptoKeyVersionName(cryptoKeyVersionName) {
			return this.pathTemplates.cryptoKeyVersionPathTemplate.match(cryptoKeyVersionName).key_ring;
		}
		/**
		* Parse the crypto_key from CryptoKeyVersion resource.
		*
		* @param {string} cryptoKeyVersionName
		*   A fully-qualified path representing CryptoKeyVersion resource.
		* @returns {string} A string representing the crypto_key.
		*/
		matchCryptoKeyFromCryptoKeyVersionName(cryptoKeyVersionName) {
			return this.pathTemplates.cryptoKeyVersionPathTemplate.match(cryptoKeyVersionName).crypto_key;
		}
		/**
		* Parse the crypto_key_version from CryptoKeyVersion resource.
		*
		* @param {string} cryptoKeyVersionName
		*   A fully-qualified path representing CryptoKeyVersion resource.
		* @returns {string} A string representing the crypto_key_version.
		*/
		matchCryptoKeyVersionFromCryptoKeyVersionName(cryptoKeyVersionName) {
			return this.pathTemplates.cryptoKeyVersionPathTemplate.match(cryptoKeyVersionName).crypto_key_version;
		}
		/**
		* Return a fully-qualified ekmConfig resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @returns {string} Resource name string.
		*/
		ekmConfigPath(project, location) {
			return this.pathTemplates.ekmConfigPathTemplate.render({
				project,
				location
			});
		}
		/**
		* Parse the project from EkmConfig resource.
		*
		* @param {string} ekmConfigName
		*   A fully-qualified path representing EkmConfig resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromEkmConfigName(ekmConfigName) {
			return this.pathTemplates.ekmConfigPathTemplate.match(ekmConfigName).project;
		}
		/**
		* Parse the location from EkmConfig resource.
		*
		* @param {string} ekmConfigName
		*   A fully-qualified path representing EkmConfig resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromEkmConfigName(ekmConfigName) {
			return this.pathTemplates.ekmConfigPathTemplate.match(ekmConfigName).location;
		}
		/**
		* Return a fully-qualified ekmConnection resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} ekm_connection
		* @returns {string} Resource name string.
		*/
		ekmConnectionPath(project, location, ekmConnection) {
			return this.pathTemplates.ekmConnectionPathTemplate.render({
				project,
				location,
				ekm_connection: ekmConnection
			});
		}
		/**
		* Parse the project from EkmConnection resource.
		*
		* @param {string} ekmConnectionName
		*   A fully-qualified path representing EkmConnection resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromEkmConnectionName(ekmConnectionName) {
			return this.pathTemplates.ekmConnectionPathTemplate.match(ekmConnectionName).project;
		}
		/**
		* Parse the location from EkmConnection resource.
		*
		* @param {string} ekmConnectionName
		*   A fully-qualified path representing EkmConnection resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromEkmConnectionName(ekmConnectionName) {
			return this.pathTemplates.ekmConnectionPathTemplate.match(ekmConnectionName).location;
		}
		/**
		* Parse the ekm_connection from EkmConnection resource.
		*
		* @param {string} ekmConnectionName
		*   A fully-qualified path representing EkmConnection resource.
		* @returns {string} A string representing the ekm_connection.
		*/
		matchEkmConnectionFromEkmConnectionName(ekmConnectionName) {
			return this.pathTemplates.ekmConnectionPathTemplate.match(ekmConnectionName).ekm_connection;
		}
		/**
		* Return a fully-qualified folderAutokeyConfig resource name string.
		*
		* @param {string} folder
		* @returns {string} Resource name string.
		*/
		folderAutokeyConfigPath(folder) {
			return this.pathTemplates.folderAutokeyConfigPathTemplate.render({ folder });
		}
		/**
		* Parse the folder from FolderAutokeyConfig resource.
		*
		* @param {string} folderAutokeyConfigName
		*   A fully-qualified path representing folder_autokeyConfig resource.
		* @returns {string} A string representing the folder.
		*/
		matchFolderFromFolderAutokeyConfigName(folderAutokeyConfigName) {
			return this.pathTemplates.folderAutokeyConfigPathTemplate.match(folderAutokeyConfigName).folder;
		}
		/**
		* Return a fully-qualified importJob resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} key_ring
		* @param {string} import_job
		* @returns {string} Resource name string.
		*/
		importJobPath(project, location, keyRing, importJob) {
			return this.pathTemplates.importJobPathTemplate.render({
				project,
				location,
				key_ring: keyRing,
				import_job: importJob
			});
		}
		/**
		* Parse the project from ImportJob resource.
		*
		* @param {string} importJobName
		*   A fully-qualified path representing ImportJob resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromImportJobName(importJobName) {
			return this.pathTemplates.importJobPathTemplate.match(importJobName).project;
		}
		/**
		* Parse the location from ImportJob resource.
		*
		* @param {string} importJobName
		*   A fully-qualified path representing ImportJob resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromImportJobName(importJobName) {
			return this.pathTemplates.importJobPathTemplate.match(importJobName).location;
		}
		/**
		* Parse the key_ring from ImportJob resource.
		*
		* @param {string} importJobName
		*   A fully-qualified path representing ImportJob resource.
		* @returns {string} A string representing the key_ring.
		*/
		matchKeyRingFromImportJobName(importJobName) {
			return this.pathTemplates.importJobPathTemplate.match(importJobName).key_ring;
		}
		/**
		* Parse the import_job from ImportJob resource.
		*
		* @param {string} importJobName
		*   A fully-qualified path representing ImportJob resource.
		* @returns {string} A string representing the import_job.
		*/
		matchImportJobFromImportJobName(importJobName) {
			return this.pathTemplates.importJobPathTemplate.match(importJobName).import_job;
		}
		/**
		* Return a fully-qualified keyHandle resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} key_handle
		* @returns {string} Resource name string.
		*/
		keyHandlePath(project, location, keyHandle) {
			return this.pathTemplates.keyHandlePathTemplate.render({
				project,
				location,
				key_handle: keyHandle
			});
		}
		/**
		* Parse the project from KeyHandle resource.
		*
		* @param {string} keyHandleName
		*   A fully-qualified path representing KeyHandle resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromKeyHandleName(keyHandleName) {
			return this.pathTemplates.keyHandlePathTemplate.match(keyHandleName).project;
		}
		/**
		* Parse the location from KeyHandle resource.
		*
		* @param {string} keyHandleName
		*   A fully-qualified path representing KeyHandle resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromKeyHandleName(keyHandleName) {
			return this.pathTemplates.keyHandlePathTemplate.match(keyHandleName).location;
		}
		/**
		* Parse the key_handle from KeyHandle resource.
		*
		* @param {string} keyHandleName
		*   A fully-qualified path representing KeyHandle resource.
		* @returns {string} A string representing the key_handle.
		*/
		matchKeyHandleFromKeyHandleName(keyHandleName) {
			return this.pathTemplates.keyHandlePathTemplate.match(keyHandleName).key_handle;
		}
		/**
		* Return a fully-qualified keyRing resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} key_ring
		* @returns {string} Resource name string.
		*/
		keyRingPath(project, location, keyRing) {
			return this.pathTemplates.keyRingPathTemplate.render({
				project,
				location,
				key_ring: keyRing
			});
		}
		/**
		* Parse the project from KeyRing resource.
		*
		* @param {string} keyRingName
		*   A fully-qualified path representing KeyRing resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromKeyRingName(keyRingName) {
			return this.pathTemplates.keyRingPathTemplate.match(keyRingName).project;
		}
		/**
		* Parse the location from KeyRing resource.
		*
		* @param {string} keyRingName
		*   A fully-qualified path representing KeyRing resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromKeyRingName(keyRingName) {
			return this.pathTemplates.keyRingPathTemplate.match(keyRingName).location;
		}
		/**
		* Parse the key_ring from KeyRing resource.
		*
		* @param {string} keyRingName
		*   A fully-qualified path representing KeyRing resource.
		* @returns {string} A string representing the key_ring.
		*/
		matchKeyRingFromKeyRingName(keyRingName) {
			return this.pathTemplates.keyRingPathTemplate.match(keyRingName).key_ring;
		}
		/**
		* Return a fully-qualified location resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @returns {string} Resource name string.
		*/
		locationPath(project, location) {
			return this.pathTemplates.locationPathTemplate.render({
				project,
				location
			});
		}
		/**
		* Parse the project from Location resource.
		*
		* @param {string} locationName
		*   A fully-qualified path representing Location resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromLocationName(locationName) {
			return this.pathTemplates.locationPathTemplate.match(locationName).project;
		}
		/**
		* Parse the location from Location resource.
		*
		* @param {string} locationName
		*   A fully-qualified path representing Location resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromLocationName(locationName) {
			return this.pathTemplates.locationPathTemplate.match(locationName).location;
		}
		/**
		* Return a fully-qualified project resource name string.
		*
		* @param {string} project
		* @returns {string} Resource name string.
		*/
		projectPath(project) {
			return this.pathTemplates.projectPathTemplate.render({ project });
		}
		/**
		* Parse the project from Project resource.
		*
		* @param {string} projectName
		*   A fully-qualified path representing Project resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromProjectName(projectName) {
			return this.pathTemplates.projectPathTemplate.match(projectName).project;
		}
		/**
		* Return a fully-qualified projectAutokeyConfig resource name string.
		*
		* @param {string} project
		* @returns {string} Resource name string.
		*/
		projectAutokeyConfigPath(project) {
			return this.pathTemplates.projectAutokeyConfigPathTemplate.render({ project });
		}
		/**
		* Parse the project from ProjectAutokeyConfig resource.
		*
		* @param {string} projectAutokeyConfigName
		*   A fully-qualified path representing project_autokeyConfig resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromProjectAutokeyConfigName(projectAutokeyConfigName) {
			return this.pathTemplates.projectAutokeyConfigPathTemplate.match(projectAutokeyConfigName).project;
		}
		/**
		* Return a fully-qualified publicKey resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} key_ring
		* @param {string} crypto_key
		* @param {string} crypto_key_version
		* @returns {string} Resource name string.
		*/
		publicKeyPath(project, location, keyRing, cryptoKey, cryptoKeyVersion) {
			return this.pathTemplates.publicKeyPathTemplate.render({
				project,
				location,
				key_ring: keyRing,
				crypto_key: cryptoKey,
				crypto_key_version: cryptoKeyVersion
			});
		}
		/**
		* Parse the project from PublicKey resource.
		*
		* @param {string} publicKeyName
		*   A fully-qualified path representing PublicKey resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromPublicKeyName(publicKeyName) {
			return this.pathTemplates.publicKeyPathTemplate.match(publicKeyName).project;
		}
		/**
		* Parse the location from PublicKey resource.
		*
		* @param {string} publicKeyName
		*   A fully-qualified path representing PublicKey resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromPublicKeyName(publicKeyName) {
			return this.pathTemplates.publicKeyPathTemplate.match(publicKeyName).location;
		}
		/**
		* Parse the key_ring from PublicKey resource.
		*
		* @param {string} publicKeyName
		*   A fully-qualified path representing PublicKey resource.
		* @returns {string} A string representing the key_ring.
		*/
		matchKeyRingFromPublicKeyName(publicKeyName) {
			return this.pathTemplates.publicKeyPathTemplate.match(publicKeyName).key_ring;
		}
		/**
		* Parse the crypto_key from PublicKey resource.
		*
		* @param {string} publicKeyName
		*   A fully-qualified path representing PublicKey resource.
		* @returns {string} A string representing the crypto_key.
		*/
		matchCryptoKeyFromPublicKeyName(publicKeyName) {
			return this.pathTemplates.publicKeyPathTemplate.match(publicKeyName).crypto_key;
		}
		/**
		* Parse the crypto_key_version from PublicKey resource.
		*
		* @param {string} publicKeyName
		*   A fully-qualified path representing PublicKey resource.
		* @returns {string} A string representing the crypto_key_version.
		*/
		matchCryptoKeyVersionFromPublicKeyName(publicKeyName) {
			return this.pathTemplates.publicKeyPathTemplate.match(publicKeyName).crypto_key_version;
		}
		/**
		* Return a fully-qualified retiredResource resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} retired_resource
		* @returns {string} Resource name string.
		*/
		retiredResourcePath(project, location, retiredResource) {
			return this.pathTemplates.retiredResourcePathTemplate.render({
				project,
				location,
				retired_resource: retiredResource
			});
		}
		/**
		* Parse the project from RetiredResource resource.
		*
		* @param {string} retiredResourceName
		*   A fully-qualified path representing RetiredResource resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromRetiredResourceName(retiredResourceName) {
			return this.pathTemplates.retiredResourcePathTemplate.match(retiredResourceName).project;
		}
		/**
		* Parse the location from RetiredResource resource.
		*
		* @param {string} retiredResourceName
		*   A fully-qualified path representing RetiredResource resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromRetiredResourceName(retiredResourceName) {
			return this.pathTemplates.retiredResourcePathTemplate.match(retiredResourceName).location;
		}
		/**
		* Parse the retired_resource from RetiredResource resource.
		*
		* @param {string} retiredResourceName
		*   A fully-qualified path representing RetiredResource resource.
		* @returns {string} A string representing the retired_resource.
		*/
		matchRetiredResourceFromRetiredResourceName(retiredResourceName) {
			return this.pathTemplates.retiredResourcePathTemplate.match(retiredResourceName).retired_resource;
		}
		/**
		* Return a fully-qualified singleTenantHsmInstance resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} single_tenant_hsm_instance
		* @returns {string} Resource name string.
		*/
		singleTenantHsmInstancePath(project, location, singleTenantHsmInstance) {
			return this.pathTemplates.singleTenantHsmInstancePathTemplate.render({
				project,
				location,
				single_tenant_hsm_instance: singleTenantHsmInstance
			});
		}
		/**
		* Parse the project from SingleTenantHsmInstance resource.
		*
		* @param {string} singleTenantHsmInstanceName
		*   A fully-qualified path representing SingleTenantHsmInstance resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromSingleTenantHsmInstanceName(singleTenantHsmInstanceName) {
			return this.pathTemplates.singleTenantHsmInstancePathTemplate.match(singleTenantHsmInstanceName).project;
		}
		/**
		* Parse the location from SingleTenantHsmInstance resource.
		*
		* @param {string} singleTenantHsmInstanceName
		*   A fully-qualified path representing SingleTenantHsmInstance resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromSingleTenantHsmInstanceName(singleTenantHsmInstanceName) {
			return this.pathTemplates.singleTenantHsmInstancePathTemplate.match(singleTenantHsmInstanceName).location;
		}
		/**
		* Parse the single_tenant_hsm_instance from SingleTenantHsmInstance resource.
		*
		* @param {string} singleTenantHsmInstanceName
		*   A fully-qualified path representing SingleTenantHsmInstance resource.
		* @returns {string} A string representing the single_tenant_hsm_instance.
		*/
		matchSingleTenantHsmInstanceFromSingleTenantHsmInstanceName(singleTenantHsmInstanceName) {
			return this.pathTemplates.singleTenantHsmInstancePathTemplate.match(singleTenantHsmInstanceName).single_tenant_hsm_instance;
		}
		/**
		* Return a fully-qualified singleTenantHsmInstanceProposal resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} single_tenant_hsm_instance
		* @param {string} proposal
		* @returns {string} Resource name string.
		*/
		singleTenantHsmInstanceProposalPath(project, location, singleTenantHsmInstance, proposal) {
			return this.pathTemplates.singleTenantHsmInstanceProposalPathTemplate.render({
				project,
				location,
				single_tenant_hsm_instance: singleTenantHsmInstance,
				proposal
			});
		}
		/**
		* Parse the project from SingleTenantHsmInstanceProposal resource.
		*
		* @param {string} singleTenantHsmInstanceProposalName
		*   A fully-qualified path representing SingleTenantHsmInstanceProposal resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromSingleTenantHsmInstanceProposalName(singleTenantHsmInstanceProposalName) {
			return this.pathTemplates.singleTenantHsmInstanceProposalPathTemplate.match(singleTenantHsmInstanceProposalName).project;
		}
		/**
		* Parse the location from SingleTenantHsmInstanceProposal resource.
		*
		* @param {string} singleTenantHsmInstanceProposalName
		*   A fully-qualified path representing SingleTenantHsmInstanceProposal resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromSingleTenantHsmInstanceProposalName(singleTenantHsmInstanceProposalName) {
			return this.pathTemplates.singleTenantHsmInstanceProposalPathTemplate.match(singleTenantHsmInstanceProposalName).location;
		}
		/**
		* Parse the single_tenant_hsm_instance from SingleTenantHsmInstanceProposal resource.
		*
		* @param {string} singleTenantHsmInstanceProposalName
		*   A fully-qualified path representing SingleTenantHsmInstanceProposal resource.
		* @returns {string} A string representing the single_tenant_hsm_instance.
		*/
		matchSingleTenantHsmInstanceFromSingleTenantHsmInstanceProposalName(singleTenantHsmInstanceProposalName) {
			return this.pathTemplates.singleTenantHsmInstanceProposalPathTemplate.match(singleTenantHsmInstanceProposalName).single_tenant_hsm_instance;
		}
		/**
		* Parse the proposal from SingleTenantHsmInstanceProposal resource.
		*
		* @param {string} singleTenantHsmInstanceProposalName
		*   A fully-qualified path representing SingleTenantHsmInstanceProposal resource.
		* @returns {string} A string representing the proposal.
		*/
		matchProposalFromSingleTenantHsmInstanceProposalName(singleTenantHsmInstanceProposalName) {
			return this.pathTemplates.singleTenantHsmInstanceProposalPathTemplate.match(singleTenantHsmInstanceProposalName).proposal;
		}
		/**
		* Terminate the gRPC channel and close the client.
		*
		* The client will no longer be usable and all future behavior is undefined.
		* @returns {Promise} A promise that resolves when the client is closed.
		*/
		close() {
			if (this.keyManagementServiceStub && !this._terminated) return this.keyManagementServiceStub.then((stub) => {
				this._log.info("ending gRPC channel");
				this._terminated = true;
				stub.close();
				this.iamClient.close().catch((err) => {
					throw err;
				});
				this.locationsClient.close().catch((err) => {
					throw err;
				});
				this.operationsClient.close();
			});
			return Promise.resolve();
		}
	};
	exports.KeyManagementServiceClient = KeyManagementServiceClient;
}));
export { require_key_management_service_client };
