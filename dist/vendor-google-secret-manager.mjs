import { createRequire as __createRequire } from 'node:module'
import { fileURLToPath as __fileURLToPath } from 'node:url'
const require = __createRequire(import.meta.url)
const __filename = __fileURLToPath(import.meta.url)
const __dirname = __fileURLToPath(new URL('.', import.meta.url))
import { __commonJSMin } from "./rolldown-runtime.mjs";
import { require_src } from "./vendor-google-gax_kms_secret-manager.mjs";
// node_modules/@google-cloud/secret-manager/build/protos/protos.json
var require_protos = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = { "nested": { "google": { "nested": {
		"cloud": { "nested": { "secretmanager": { "nested": {
			"v1": {
				"options": {
					"csharp_namespace": "Google.Cloud.SecretManager.V1",
					"go_package": "cloud.google.com/go/secretmanager/apiv1/secretmanagerpb;secretmanagerpb",
					"java_multiple_files": true,
					"java_outer_classname": "ServiceProto",
					"java_package": "com.google.cloud.secretmanager.v1",
					"objc_class_prefix": "GSM",
					"php_namespace": "Google\\Cloud\\SecretManager\\V1",
					"ruby_package": "Google::Cloud::SecretManager::V1"
				},
				"nested": {
					"Secret": {
						"options": {
							"(google.api.resource).type": "secretmanager.googleapis.com/Secret",
							"(google.api.resource).pattern": "projects/{project}/locations/{location}/secrets/{secret}",
							"(google.api.resource).plural": "secrets",
							"(google.api.resource).singular": "secret"
						},
						"oneofs": { "expiration": { "oneof": ["expireTime", "ttl"] } },
						"fields": {
							"name": {
								"type": "string",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"replication": {
								"type": "Replication",
								"id": 2,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"createTime": {
								"type": "google.protobuf.Timestamp",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"labels": {
								"keyType": "string",
								"type": "string",
								"id": 4
							},
							"topics": {
								"rule": "repeated",
								"type": "Topic",
								"id": 5,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"expireTime": {
								"type": "google.protobuf.Timestamp",
								"id": 6,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"ttl": {
								"type": "google.protobuf.Duration",
								"id": 7,
								"options": { "(google.api.field_behavior)": "INPUT_ONLY" }
							},
							"etag": {
								"type": "string",
								"id": 8,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"rotation": {
								"type": "Rotation",
								"id": 9,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"versionAliases": {
								"keyType": "string",
								"type": "int64",
								"id": 11,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"annotations": {
								"keyType": "string",
								"type": "string",
								"id": 13,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"versionDestroyTtl": {
								"type": "google.protobuf.Duration",
								"id": 14,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"customerManagedEncryption": {
								"type": "CustomerManagedEncryption",
								"id": 15,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"tags": {
								"keyType": "string",
								"type": "string",
								"id": 16,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"secretType": {
								"type": "SecretType",
								"id": 17,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"policyMember": {
								"type": "google.iam.v1.ResourcePolicyMember",
								"id": 18,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							}
						},
						"nested": { "SecretType": { "values": {
							"SECRET_TYPE_UNSPECIFIED": 0,
							"CLOUD_SQL_DB_CREDENTIALS": 1,
							"ACCESS_KEY": 2,
							"CERTIFICATE": 3,
							"OTHER_DB_CREDENTIALS": 4,
							"OTHER": 50
						} } }
					},
					"SecretVersion": {
						"options": {
							"(google.api.resource).type": "secretmanager.googleapis.com/SecretVersion",
							"(google.api.resource).pattern": "projects/{project}/locations/{location}/secrets/{secret}/versions/{secret_version}",
							"(google.api.resource).plural": "secretVersions",
							"(google.api.resource).singular": "secretVersion"
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
							"destroyTime": {
								"type": "google.protobuf.Timestamp",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"state": {
								"type": "State",
								"id": 4,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"replicationStatus": {
								"type": "ReplicationStatus",
								"id": 5
							},
							"etag": {
								"type": "string",
								"id": 6,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"clientSpecifiedPayloadChecksum": {
								"type": "bool",
								"id": 7,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"scheduledDestroyTime": {
								"type": "google.protobuf.Timestamp",
								"id": 8,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"customerManagedEncryption": {
								"type": "CustomerManagedEncryptionStatus",
								"id": 9,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							}
						},
						"nested": { "State": { "values": {
							"STATE_UNSPECIFIED": 0,
							"ENABLED": 1,
							"DISABLED": 2,
							"DESTROYED": 3
						} } }
					},
					"Replication": {
						"oneofs": { "replication": { "oneof": ["automatic", "userManaged"] } },
						"fields": {
							"automatic": {
								"type": "Automatic",
								"id": 1
							},
							"userManaged": {
								"type": "UserManaged",
								"id": 2
							}
						},
						"nested": {
							"Automatic": { "fields": { "customerManagedEncryption": {
								"type": "CustomerManagedEncryption",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							} } },
							"UserManaged": {
								"fields": { "replicas": {
									"rule": "repeated",
									"type": "Replica",
									"id": 1,
									"options": { "(google.api.field_behavior)": "REQUIRED" }
								} },
								"nested": { "Replica": { "fields": {
									"location": {
										"type": "string",
										"id": 1
									},
									"customerManagedEncryption": {
										"type": "CustomerManagedEncryption",
										"id": 2,
										"options": { "(google.api.field_behavior)": "OPTIONAL" }
									}
								} } }
							}
						}
					},
					"CustomerManagedEncryption": { "fields": { "kmsKeyName": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					} } },
					"ReplicationStatus": {
						"oneofs": { "replicationStatus": { "oneof": ["automatic", "userManaged"] } },
						"fields": {
							"automatic": {
								"type": "AutomaticStatus",
								"id": 1
							},
							"userManaged": {
								"type": "UserManagedStatus",
								"id": 2
							}
						},
						"nested": {
							"AutomaticStatus": { "fields": { "customerManagedEncryption": {
								"type": "CustomerManagedEncryptionStatus",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							} } },
							"UserManagedStatus": {
								"fields": { "replicas": {
									"rule": "repeated",
									"type": "ReplicaStatus",
									"id": 1,
									"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
								} },
								"nested": { "ReplicaStatus": { "fields": {
									"location": {
										"type": "string",
										"id": 1,
										"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
									},
									"customerManagedEncryption": {
										"type": "CustomerManagedEncryptionStatus",
										"id": 2,
										"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
									}
								} } }
							}
						}
					},
					"CustomerManagedEncryptionStatus": { "fields": { "kmsKeyVersionName": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					} } },
					"Topic": {
						"options": {
							"(google.api.resource).type": "pubsub.googleapis.com/Topic",
							"(google.api.resource).pattern": "projects/{project}/topics/{topic}"
						},
						"fields": { "name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "IDENTIFIER" }
						} }
					},
					"Rotation": {
						"fields": {
							"nextRotationTime": {
								"type": "google.protobuf.Timestamp",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"rotationPeriod": {
								"type": "google.protobuf.Duration",
								"id": 2,
								"options": { "(google.api.field_behavior)": "INPUT_ONLY" }
							},
							"managedRotationStatus": {
								"type": "ManagedRotationStatus",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							}
						},
						"nested": { "ManagedRotationStatus": {
							"fields": {
								"state": {
									"type": "State",
									"id": 1,
									"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
								},
								"error": {
									"type": "google.rpc.Status",
									"id": 2,
									"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
								}
							},
							"nested": { "State": { "values": {
								"STATE_UNSPECIFIED": 0,
								"ACTIVE": 1,
								"INACTIVE": 2
							} } }
						} }
					},
					"SecretPayload": {
						"oneofs": { "_dataCrc32c": { "oneof": ["dataCrc32c"] } },
						"fields": {
							"data": {
								"type": "bytes",
								"id": 1
							},
							"dataCrc32c": {
								"type": "int64",
								"id": 2,
								"options": {
									"(google.api.field_behavior)": "OPTIONAL",
									"proto3_optional": true
								}
							}
						}
					},
					"SecretManagerService": {
						"options": {
							"(google.api.default_host)": "secretmanager.googleapis.com",
							"(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
						},
						"methods": {
							"ListSecrets": {
								"requestType": "ListSecretsRequest",
								"responseType": "ListSecretsResponse",
								"options": {
									"(google.api.http).get": "/v1/{parent=projects/*}/secrets",
									"(google.api.http).additional_bindings.get": "/v1/{parent=projects/*/locations/*}/secrets",
									"(google.api.method_signature)": "parent"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1/{parent=projects/*}/secrets",
									"additional_bindings": { "get": "/v1/{parent=projects/*/locations/*}/secrets" }
								} }, { "(google.api.method_signature)": "parent" }]
							},
							"CreateSecret": {
								"requestType": "CreateSecretRequest",
								"responseType": "Secret",
								"options": {
									"(google.api.http).post": "/v1/{parent=projects/*}/secrets",
									"(google.api.http).body": "secret",
									"(google.api.http).additional_bindings.post": "/v1/{parent=projects/*/locations/*}/secrets",
									"(google.api.http).additional_bindings.body": "secret",
									"(google.api.method_signature)": "parent,secret_id,secret"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{parent=projects/*}/secrets",
									"body": "secret",
									"additional_bindings": {
										"post": "/v1/{parent=projects/*/locations/*}/secrets",
										"body": "secret"
									}
								} }, { "(google.api.method_signature)": "parent,secret_id,secret" }]
							},
							"AddSecretVersion": {
								"requestType": "AddSecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1/{parent=projects/*/secrets/*}:addVersion",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1/{parent=projects/*/locations/*/secrets/*}:addVersion",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "parent,payload"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{parent=projects/*/secrets/*}:addVersion",
									"body": "*",
									"additional_bindings": {
										"post": "/v1/{parent=projects/*/locations/*/secrets/*}:addVersion",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "parent,payload" }]
							},
							"GetSecret": {
								"requestType": "GetSecretRequest",
								"responseType": "Secret",
								"options": {
									"(google.api.http).get": "/v1/{name=projects/*/secrets/*}",
									"(google.api.http).additional_bindings.get": "/v1/{name=projects/*/locations/*/secrets/*}",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1/{name=projects/*/secrets/*}",
									"additional_bindings": { "get": "/v1/{name=projects/*/locations/*/secrets/*}" }
								} }, { "(google.api.method_signature)": "name" }]
							},
							"UpdateSecret": {
								"requestType": "UpdateSecretRequest",
								"responseType": "Secret",
								"options": {
									"(google.api.http).patch": "/v1/{secret.name=projects/*/secrets/*}",
									"(google.api.http).body": "secret",
									"(google.api.http).additional_bindings.patch": "/v1/{secret.name=projects/*/locations/*/secrets/*}",
									"(google.api.http).additional_bindings.body": "secret",
									"(google.api.method_signature)": "secret,update_mask"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"patch": "/v1/{secret.name=projects/*/secrets/*}",
									"body": "secret",
									"additional_bindings": {
										"patch": "/v1/{secret.name=projects/*/locations/*/secrets/*}",
										"body": "secret"
									}
								} }, { "(google.api.method_signature)": "secret,update_mask" }]
							},
							"DeleteSecret": {
								"requestType": "DeleteSecretRequest",
								"responseType": "google.protobuf.Empty",
								"options": {
									"(google.api.http).delete": "/v1/{name=projects/*/secrets/*}",
									"(google.api.http).additional_bindings.delete": "/v1/{name=projects/*/locations/*/secrets/*}",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"delete": "/v1/{name=projects/*/secrets/*}",
									"additional_bindings": { "delete": "/v1/{name=projects/*/locations/*/secrets/*}" }
								} }, { "(google.api.method_signature)": "name" }]
							},
							"ListSecretVersions": {
								"requestType": "ListSecretVersionsRequest",
								"responseType": "ListSecretVersionsResponse",
								"options": {
									"(google.api.http).get": "/v1/{parent=projects/*/secrets/*}/versions",
									"(google.api.http).additional_bindings.get": "/v1/{parent=projects/*/locations/*/secrets/*}/versions",
									"(google.api.method_signature)": "parent"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1/{parent=projects/*/secrets/*}/versions",
									"additional_bindings": { "get": "/v1/{parent=projects/*/locations/*/secrets/*}/versions" }
								} }, { "(google.api.method_signature)": "parent" }]
							},
							"GetSecretVersion": {
								"requestType": "GetSecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).get": "/v1/{name=projects/*/secrets/*/versions/*}",
									"(google.api.http).additional_bindings.get": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1/{name=projects/*/secrets/*/versions/*}",
									"additional_bindings": { "get": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}" }
								} }, { "(google.api.method_signature)": "name" }]
							},
							"AccessSecretVersion": {
								"requestType": "AccessSecretVersionRequest",
								"responseType": "AccessSecretVersionResponse",
								"options": {
									"(google.api.http).get": "/v1/{name=projects/*/secrets/*/versions/*}:access",
									"(google.api.http).additional_bindings.get": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}:access",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1/{name=projects/*/secrets/*/versions/*}:access",
									"additional_bindings": { "get": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}:access" }
								} }, { "(google.api.method_signature)": "name" }]
							},
							"DisableSecretVersion": {
								"requestType": "DisableSecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1/{name=projects/*/secrets/*/versions/*}:disable",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}:disable",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{name=projects/*/secrets/*/versions/*}:disable",
									"body": "*",
									"additional_bindings": {
										"post": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}:disable",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "name" }]
							},
							"EnableSecretVersion": {
								"requestType": "EnableSecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1/{name=projects/*/secrets/*/versions/*}:enable",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}:enable",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{name=projects/*/secrets/*/versions/*}:enable",
									"body": "*",
									"additional_bindings": {
										"post": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}:enable",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "name" }]
							},
							"DestroySecretVersion": {
								"requestType": "DestroySecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1/{name=projects/*/secrets/*/versions/*}:destroy",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}:destroy",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{name=projects/*/secrets/*/versions/*}:destroy",
									"body": "*",
									"additional_bindings": {
										"post": "/v1/{name=projects/*/locations/*/secrets/*/versions/*}:destroy",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "name" }]
							},
							"SetIamPolicy": {
								"requestType": "google.iam.v1.SetIamPolicyRequest",
								"responseType": "google.iam.v1.Policy",
								"options": {
									"(google.api.http).post": "/v1/{resource=projects/*/secrets/*}:setIamPolicy",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1/{resource=projects/*/locations/*/secrets/*}:setIamPolicy",
									"(google.api.http).additional_bindings.body": "*"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{resource=projects/*/secrets/*}:setIamPolicy",
									"body": "*",
									"additional_bindings": {
										"post": "/v1/{resource=projects/*/locations/*/secrets/*}:setIamPolicy",
										"body": "*"
									}
								} }]
							},
							"GetIamPolicy": {
								"requestType": "google.iam.v1.GetIamPolicyRequest",
								"responseType": "google.iam.v1.Policy",
								"options": {
									"(google.api.http).get": "/v1/{resource=projects/*/secrets/*}:getIamPolicy",
									"(google.api.http).additional_bindings.get": "/v1/{resource=projects/*/locations/*/secrets/*}:getIamPolicy"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1/{resource=projects/*/secrets/*}:getIamPolicy",
									"additional_bindings": { "get": "/v1/{resource=projects/*/locations/*/secrets/*}:getIamPolicy" }
								} }]
							},
							"TestIamPermissions": {
								"requestType": "google.iam.v1.TestIamPermissionsRequest",
								"responseType": "google.iam.v1.TestIamPermissionsResponse",
								"options": {
									"(google.api.http).post": "/v1/{resource=projects/*/secrets/*}:testIamPermissions",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1/{resource=projects/*/locations/*/secrets/*}:testIamPermissions",
									"(google.api.http).additional_bindings.body": "*"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{resource=projects/*/secrets/*}:testIamPermissions",
									"body": "*",
									"additional_bindings": {
										"post": "/v1/{resource=projects/*/locations/*/secrets/*}:testIamPermissions",
										"body": "*"
									}
								} }]
							},
							"EnableManagedRotation": {
								"requestType": "EnableManagedRotationRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1/{parent=projects/*/secrets/*}:enableManagedRotation",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1/{parent=projects/*/locations/*/secrets/*}:enableManagedRotation",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "parent,cloud_sql_single_user_credentials"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{parent=projects/*/secrets/*}:enableManagedRotation",
									"body": "*",
									"additional_bindings": {
										"post": "/v1/{parent=projects/*/locations/*/secrets/*}:enableManagedRotation",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "parent,cloud_sql_single_user_credentials" }]
							},
							"RotateSecret": {
								"requestType": "RotateSecretRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1/{parent=projects/*/secrets/*}:rotateSecret",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1/{parent=projects/*/locations/*/secrets/*}:rotateSecret",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "parent"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1/{parent=projects/*/secrets/*}:rotateSecret",
									"body": "*",
									"additional_bindings": {
										"post": "/v1/{parent=projects/*/locations/*/secrets/*}:rotateSecret",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "parent" }]
							}
						}
					},
					"ListSecretsRequest": { "fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).child_type": "secretmanager.googleapis.com/Secret"
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
					"ListSecretsResponse": { "fields": {
						"secrets": {
							"rule": "repeated",
							"type": "Secret",
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
					"CreateSecretRequest": { "fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).child_type": "secretmanager.googleapis.com/Secret"
							}
						},
						"secretId": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						},
						"secret": {
							"type": "Secret",
							"id": 3,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						}
					} },
					"AddSecretVersionRequest": { "fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
							}
						},
						"payload": {
							"type": "SecretPayload",
							"id": 2,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						}
					} },
					"EnableManagedRotationRequest": {
						"oneofs": { "credentials": { "oneof": ["cloudSqlSingleUserCredentials"] } },
						"fields": {
							"parent": {
								"type": "string",
								"id": 1,
								"options": {
									"(google.api.field_behavior)": "REQUIRED",
									"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
								}
							},
							"cloudSqlSingleUserCredentials": {
								"type": "CloudSQLSingleUserCredentials",
								"id": 2
							}
						},
						"nested": { "CloudSQLSingleUserCredentials": { "fields": {
							"instanceId": {
								"type": "string",
								"id": 1,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							},
							"username": {
								"type": "string",
								"id": 2,
								"options": { "(google.api.field_behavior)": "REQUIRED" }
							},
							"password": {
								"type": "string",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							}
						} } }
					},
					"RotateSecretRequest": { "fields": { "parent": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
						}
					} } },
					"GetSecretRequest": { "fields": { "name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
						}
					} } },
					"ListSecretVersionsRequest": { "fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
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
					"ListSecretVersionsResponse": { "fields": {
						"versions": {
							"rule": "repeated",
							"type": "SecretVersion",
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
					"GetSecretVersionRequest": { "fields": { "name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
						}
					} } },
					"UpdateSecretRequest": { "fields": {
						"secret": {
							"type": "Secret",
							"id": 1,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						},
						"updateMask": {
							"type": "google.protobuf.FieldMask",
							"id": 2,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						}
					} },
					"AccessSecretVersionRequest": { "fields": { "name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
						}
					} } },
					"AccessSecretVersionResponse": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion" }
						},
						"payload": {
							"type": "SecretPayload",
							"id": 2
						}
					} },
					"DeleteSecretRequest": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
							}
						},
						"etag": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					} },
					"DisableSecretVersionRequest": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
							}
						},
						"etag": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					} },
					"EnableSecretVersionRequest": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
							}
						},
						"etag": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					} },
					"DestroySecretVersionRequest": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
							}
						},
						"etag": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					} }
				}
			},
			"v1beta2": {
				"options": {
					"csharp_namespace": "Google.Cloud.SecretManager.V1Beta2",
					"go_package": "cloud.google.com/go/secretmanager/apiv1beta2/secretmanagerpb;secretmanagerpb",
					"java_multiple_files": true,
					"java_outer_classname": "ServiceProto",
					"java_package": "com.google.cloud.secretmanager.v1beta2",
					"objc_class_prefix": "GSM",
					"php_namespace": "Google\\Cloud\\SecretManager\\V1beta2",
					"ruby_package": "Google::Cloud::SecretManager::V1beta2"
				},
				"nested": {
					"Secret": {
						"options": {
							"(google.api.resource).type": "secretmanager.googleapis.com/Secret",
							"(google.api.resource).pattern": "projects/{project}/locations/{location}/secrets/{secret}",
							"(google.api.resource).plural": "secrets",
							"(google.api.resource).singular": "secret"
						},
						"oneofs": { "expiration": { "oneof": ["expireTime", "ttl"] } },
						"fields": {
							"name": {
								"type": "string",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"replication": {
								"type": "Replication",
								"id": 2,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"createTime": {
								"type": "google.protobuf.Timestamp",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"labels": {
								"keyType": "string",
								"type": "string",
								"id": 4
							},
							"topics": {
								"rule": "repeated",
								"type": "Topic",
								"id": 5,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"expireTime": {
								"type": "google.protobuf.Timestamp",
								"id": 6,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"ttl": {
								"type": "google.protobuf.Duration",
								"id": 7,
								"options": { "(google.api.field_behavior)": "INPUT_ONLY" }
							},
							"etag": {
								"type": "string",
								"id": 8,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"rotation": {
								"type": "Rotation",
								"id": 9,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"versionAliases": {
								"keyType": "string",
								"type": "int64",
								"id": 11,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"annotations": {
								"keyType": "string",
								"type": "string",
								"id": 13,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"versionDestroyTtl": {
								"type": "google.protobuf.Duration",
								"id": 14,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							},
							"customerManagedEncryption": {
								"type": "CustomerManagedEncryption",
								"id": 15,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							}
						}
					},
					"SecretVersion": {
						"options": {
							"(google.api.resource).type": "secretmanager.googleapis.com/SecretVersion",
							"(google.api.resource).pattern": "projects/{project}/locations/{location}/secrets/{secret}/versions/{secret_version}",
							"(google.api.resource).plural": "secretVersions",
							"(google.api.resource).singular": "secretVersion"
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
							"destroyTime": {
								"type": "google.protobuf.Timestamp",
								"id": 3,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"state": {
								"type": "State",
								"id": 4,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"replicationStatus": {
								"type": "ReplicationStatus",
								"id": 5
							},
							"etag": {
								"type": "string",
								"id": 6,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"clientSpecifiedPayloadChecksum": {
								"type": "bool",
								"id": 7,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"scheduledDestroyTime": {
								"type": "google.protobuf.Timestamp",
								"id": 8,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							},
							"customerManagedEncryption": {
								"type": "CustomerManagedEncryptionStatus",
								"id": 9,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							}
						},
						"nested": { "State": { "values": {
							"STATE_UNSPECIFIED": 0,
							"ENABLED": 1,
							"DISABLED": 2,
							"DESTROYED": 3
						} } }
					},
					"Replication": {
						"oneofs": { "replication": { "oneof": ["automatic", "userManaged"] } },
						"fields": {
							"automatic": {
								"type": "Automatic",
								"id": 1
							},
							"userManaged": {
								"type": "UserManaged",
								"id": 2
							}
						},
						"nested": {
							"Automatic": { "fields": { "customerManagedEncryption": {
								"type": "CustomerManagedEncryption",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OPTIONAL" }
							} } },
							"UserManaged": {
								"fields": { "replicas": {
									"rule": "repeated",
									"type": "Replica",
									"id": 1,
									"options": { "(google.api.field_behavior)": "REQUIRED" }
								} },
								"nested": { "Replica": { "fields": {
									"location": {
										"type": "string",
										"id": 1
									},
									"customerManagedEncryption": {
										"type": "CustomerManagedEncryption",
										"id": 2,
										"options": { "(google.api.field_behavior)": "OPTIONAL" }
									}
								} } }
							}
						}
					},
					"CustomerManagedEncryption": { "fields": { "kmsKeyName": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					} } },
					"ReplicationStatus": {
						"oneofs": { "replicationStatus": { "oneof": ["automatic", "userManaged"] } },
						"fields": {
							"automatic": {
								"type": "AutomaticStatus",
								"id": 1
							},
							"userManaged": {
								"type": "UserManagedStatus",
								"id": 2
							}
						},
						"nested": {
							"AutomaticStatus": { "fields": { "customerManagedEncryption": {
								"type": "CustomerManagedEncryptionStatus",
								"id": 1,
								"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
							} } },
							"UserManagedStatus": {
								"fields": { "replicas": {
									"rule": "repeated",
									"type": "ReplicaStatus",
									"id": 1,
									"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
								} },
								"nested": { "ReplicaStatus": { "fields": {
									"location": {
										"type": "string",
										"id": 1,
										"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
									},
									"customerManagedEncryption": {
										"type": "CustomerManagedEncryptionStatus",
										"id": 2,
										"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
									}
								} } }
							}
						}
					},
					"CustomerManagedEncryptionStatus": { "fields": { "kmsKeyVersionName": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					} } },
					"Topic": {
						"options": {
							"(google.api.resource).type": "pubsub.googleapis.com/Topic",
							"(google.api.resource).pattern": "projects/{project}/topics/{topic}"
						},
						"fields": { "name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						} }
					},
					"Rotation": { "fields": {
						"nextRotationTime": {
							"type": "google.protobuf.Timestamp",
							"id": 1,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						},
						"rotationPeriod": {
							"type": "google.protobuf.Duration",
							"id": 2,
							"options": { "(google.api.field_behavior)": "INPUT_ONLY" }
						}
					} },
					"SecretPayload": {
						"oneofs": { "_dataCrc32c": { "oneof": ["dataCrc32c"] } },
						"fields": {
							"data": {
								"type": "bytes",
								"id": 1
							},
							"dataCrc32c": {
								"type": "int64",
								"id": 2,
								"options": {
									"(google.api.field_behavior)": "OPTIONAL",
									"proto3_optional": true
								}
							}
						}
					},
					"SecretManagerService": {
						"options": {
							"(google.api.default_host)": "secretmanager.googleapis.com",
							"(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
						},
						"methods": {
							"ListSecrets": {
								"requestType": "ListSecretsRequest",
								"responseType": "ListSecretsResponse",
								"options": {
									"(google.api.http).get": "/v1beta2/{parent=projects/*}/secrets",
									"(google.api.http).additional_bindings.get": "/v1beta2/{parent=projects/*/locations/*}/secrets",
									"(google.api.method_signature)": "parent"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1beta2/{parent=projects/*}/secrets",
									"additional_bindings": { "get": "/v1beta2/{parent=projects/*/locations/*}/secrets" }
								} }, { "(google.api.method_signature)": "parent" }]
							},
							"CreateSecret": {
								"requestType": "CreateSecretRequest",
								"responseType": "Secret",
								"options": {
									"(google.api.http).post": "/v1beta2/{parent=projects/*}/secrets",
									"(google.api.http).body": "secret",
									"(google.api.http).additional_bindings.post": "/v1beta2/{parent=projects/*/locations/*}/secrets",
									"(google.api.http).additional_bindings.body": "secret",
									"(google.api.method_signature)": "parent,secret_id,secret"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1beta2/{parent=projects/*}/secrets",
									"body": "secret",
									"additional_bindings": {
										"post": "/v1beta2/{parent=projects/*/locations/*}/secrets",
										"body": "secret"
									}
								} }, { "(google.api.method_signature)": "parent,secret_id,secret" }]
							},
							"AddSecretVersion": {
								"requestType": "AddSecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1beta2/{parent=projects/*/secrets/*}:addVersion",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1beta2/{parent=projects/*/locations/*/secrets/*}:addVersion",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "parent,payload"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1beta2/{parent=projects/*/secrets/*}:addVersion",
									"body": "*",
									"additional_bindings": {
										"post": "/v1beta2/{parent=projects/*/locations/*/secrets/*}:addVersion",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "parent,payload" }]
							},
							"GetSecret": {
								"requestType": "GetSecretRequest",
								"responseType": "Secret",
								"options": {
									"(google.api.http).get": "/v1beta2/{name=projects/*/secrets/*}",
									"(google.api.http).additional_bindings.get": "/v1beta2/{name=projects/*/locations/*/secrets/*}",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1beta2/{name=projects/*/secrets/*}",
									"additional_bindings": { "get": "/v1beta2/{name=projects/*/locations/*/secrets/*}" }
								} }, { "(google.api.method_signature)": "name" }]
							},
							"UpdateSecret": {
								"requestType": "UpdateSecretRequest",
								"responseType": "Secret",
								"options": {
									"(google.api.http).patch": "/v1beta2/{secret.name=projects/*/secrets/*}",
									"(google.api.http).body": "secret",
									"(google.api.http).additional_bindings.patch": "/v1beta2/{secret.name=projects/*/locations/*/secrets/*}",
									"(google.api.http).additional_bindings.body": "secret",
									"(google.api.method_signature)": "secret,update_mask"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"patch": "/v1beta2/{secret.name=projects/*/secrets/*}",
									"body": "secret",
									"additional_bindings": {
										"patch": "/v1beta2/{secret.name=projects/*/locations/*/secrets/*}",
										"body": "secret"
									}
								} }, { "(google.api.method_signature)": "secret,update_mask" }]
							},
							"DeleteSecret": {
								"requestType": "DeleteSecretRequest",
								"responseType": "google.protobuf.Empty",
								"options": {
									"(google.api.http).delete": "/v1beta2/{name=projects/*/secrets/*}",
									"(google.api.http).additional_bindings.delete": "/v1beta2/{name=projects/*/locations/*/secrets/*}",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"delete": "/v1beta2/{name=projects/*/secrets/*}",
									"additional_bindings": { "delete": "/v1beta2/{name=projects/*/locations/*/secrets/*}" }
								} }, { "(google.api.method_signature)": "name" }]
							},
							"ListSecretVersions": {
								"requestType": "ListSecretVersionsRequest",
								"responseType": "ListSecretVersionsResponse",
								"options": {
									"(google.api.http).get": "/v1beta2/{parent=projects/*/secrets/*}/versions",
									"(google.api.http).additional_bindings.get": "/v1beta2/{parent=projects/*/locations/*/secrets/*}/versions",
									"(google.api.method_signature)": "parent"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1beta2/{parent=projects/*/secrets/*}/versions",
									"additional_bindings": { "get": "/v1beta2/{parent=projects/*/locations/*/secrets/*}/versions" }
								} }, { "(google.api.method_signature)": "parent" }]
							},
							"GetSecretVersion": {
								"requestType": "GetSecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).get": "/v1beta2/{name=projects/*/secrets/*/versions/*}",
									"(google.api.http).additional_bindings.get": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1beta2/{name=projects/*/secrets/*/versions/*}",
									"additional_bindings": { "get": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}" }
								} }, { "(google.api.method_signature)": "name" }]
							},
							"AccessSecretVersion": {
								"requestType": "AccessSecretVersionRequest",
								"responseType": "AccessSecretVersionResponse",
								"options": {
									"(google.api.http).get": "/v1beta2/{name=projects/*/secrets/*/versions/*}:access",
									"(google.api.http).additional_bindings.get": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}:access",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1beta2/{name=projects/*/secrets/*/versions/*}:access",
									"additional_bindings": { "get": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}:access" }
								} }, { "(google.api.method_signature)": "name" }]
							},
							"DisableSecretVersion": {
								"requestType": "DisableSecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1beta2/{name=projects/*/secrets/*/versions/*}:disable",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}:disable",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1beta2/{name=projects/*/secrets/*/versions/*}:disable",
									"body": "*",
									"additional_bindings": {
										"post": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}:disable",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "name" }]
							},
							"EnableSecretVersion": {
								"requestType": "EnableSecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1beta2/{name=projects/*/secrets/*/versions/*}:enable",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}:enable",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1beta2/{name=projects/*/secrets/*/versions/*}:enable",
									"body": "*",
									"additional_bindings": {
										"post": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}:enable",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "name" }]
							},
							"DestroySecretVersion": {
								"requestType": "DestroySecretVersionRequest",
								"responseType": "SecretVersion",
								"options": {
									"(google.api.http).post": "/v1beta2/{name=projects/*/secrets/*/versions/*}:destroy",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}:destroy",
									"(google.api.http).additional_bindings.body": "*",
									"(google.api.method_signature)": "name"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1beta2/{name=projects/*/secrets/*/versions/*}:destroy",
									"body": "*",
									"additional_bindings": {
										"post": "/v1beta2/{name=projects/*/locations/*/secrets/*/versions/*}:destroy",
										"body": "*"
									}
								} }, { "(google.api.method_signature)": "name" }]
							},
							"SetIamPolicy": {
								"requestType": "google.iam.v1.SetIamPolicyRequest",
								"responseType": "google.iam.v1.Policy",
								"options": {
									"(google.api.http).post": "/v1beta2/{resource=projects/*/secrets/*}:setIamPolicy",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1beta2/{resource=projects/*/locations/*/secrets/*}:setIamPolicy",
									"(google.api.http).additional_bindings.body": "*"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1beta2/{resource=projects/*/secrets/*}:setIamPolicy",
									"body": "*",
									"additional_bindings": {
										"post": "/v1beta2/{resource=projects/*/locations/*/secrets/*}:setIamPolicy",
										"body": "*"
									}
								} }]
							},
							"GetIamPolicy": {
								"requestType": "google.iam.v1.GetIamPolicyRequest",
								"responseType": "google.iam.v1.Policy",
								"options": {
									"(google.api.http).get": "/v1beta2/{resource=projects/*/secrets/*}:getIamPolicy",
									"(google.api.http).additional_bindings.get": "/v1beta2/{resource=projects/*/locations/*/secrets/*}:getIamPolicy"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"get": "/v1beta2/{resource=projects/*/secrets/*}:getIamPolicy",
									"additional_bindings": { "get": "/v1beta2/{resource=projects/*/locations/*/secrets/*}:getIamPolicy" }
								} }]
							},
							"TestIamPermissions": {
								"requestType": "google.iam.v1.TestIamPermissionsRequest",
								"responseType": "google.iam.v1.TestIamPermissionsResponse",
								"options": {
									"(google.api.http).post": "/v1beta2/{resource=projects/*/secrets/*}:testIamPermissions",
									"(google.api.http).body": "*",
									"(google.api.http).additional_bindings.post": "/v1beta2/{resource=projects/*/locations/*/secrets/*}:testIamPermissions",
									"(google.api.http).additional_bindings.body": "*"
								},
								"parsedOptions": [{ "(google.api.http)": {
									"post": "/v1beta2/{resource=projects/*/secrets/*}:testIamPermissions",
									"body": "*",
									"additional_bindings": {
										"post": "/v1beta2/{resource=projects/*/locations/*/secrets/*}:testIamPermissions",
										"body": "*"
									}
								} }]
							}
						}
					},
					"ListSecretsRequest": { "fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).child_type": "secretmanager.googleapis.com/Secret"
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
					"ListSecretsResponse": { "fields": {
						"secrets": {
							"rule": "repeated",
							"type": "Secret",
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
					"CreateSecretRequest": { "fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).child_type": "secretmanager.googleapis.com/Secret"
							}
						},
						"secretId": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						},
						"secret": {
							"type": "Secret",
							"id": 3,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						}
					} },
					"AddSecretVersionRequest": { "fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
							}
						},
						"payload": {
							"type": "SecretPayload",
							"id": 2,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						}
					} },
					"GetSecretRequest": { "fields": { "name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
						}
					} } },
					"ListSecretVersionsRequest": { "fields": {
						"parent": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
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
					"ListSecretVersionsResponse": { "fields": {
						"versions": {
							"rule": "repeated",
							"type": "SecretVersion",
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
					"GetSecretVersionRequest": { "fields": { "name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
						}
					} } },
					"UpdateSecretRequest": { "fields": {
						"secret": {
							"type": "Secret",
							"id": 1,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						},
						"updateMask": {
							"type": "google.protobuf.FieldMask",
							"id": 2,
							"options": { "(google.api.field_behavior)": "REQUIRED" }
						}
					} },
					"AccessSecretVersionRequest": { "fields": { "name": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
						}
					} } },
					"AccessSecretVersionResponse": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": { "(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion" }
						},
						"payload": {
							"type": "SecretPayload",
							"id": 2
						}
					} },
					"DeleteSecretRequest": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
							}
						},
						"etag": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					} },
					"DisableSecretVersionRequest": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
							}
						},
						"etag": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					} },
					"EnableSecretVersionRequest": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
							}
						},
						"etag": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					} },
					"DestroySecretVersionRequest": { "fields": {
						"name": {
							"type": "string",
							"id": 1,
							"options": {
								"(google.api.field_behavior)": "REQUIRED",
								"(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
							}
						},
						"etag": {
							"type": "string",
							"id": 2,
							"options": { "(google.api.field_behavior)": "OPTIONAL" }
						}
					} }
				}
			}
		} } } },
		"api": {
			"options": {
				"go_package": "google.golang.org/genproto/googleapis/api;api",
				"java_multiple_files": true,
				"java_outer_classname": "LaunchStageProto",
				"java_package": "com.google.api",
				"objc_class_prefix": "GAPI"
			},
			"nested": {
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
				} },
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
				"FieldMask": { "fields": { "paths": {
					"rule": "repeated",
					"type": "string",
					"id": 1
				} } },
				"Empty": { "fields": {} }
			}
		},
		"iam": { "nested": { "v1": {
			"options": {
				"csharp_namespace": "Google.Cloud.Iam.V1",
				"go_package": "cloud.google.com/go/iam/apiv1/iampb;iampb",
				"php_namespace": "Google\\Cloud\\Iam\\V1",
				"java_multiple_files": true,
				"java_outer_classname": "PolicyProto",
				"java_package": "com.google.iam.v1",
				"cc_enable_arenas": true
			},
			"nested": {
				"ResourcePolicyMember": { "fields": {
					"iamPolicyNamePrincipal": {
						"type": "string",
						"id": 1,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					},
					"iamPolicyUidPrincipal": {
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "OUTPUT_ONLY" }
					}
				} },
				"IAMPolicy": {
					"options": { "(google.api.default_host)": "iam-meta-api.googleapis.com" },
					"methods": {
						"SetIamPolicy": {
							"requestType": "SetIamPolicyRequest",
							"responseType": "Policy",
							"options": {
								"(google.api.http).post": "/v1/{resource=**}:setIamPolicy",
								"(google.api.http).body": "*"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{resource=**}:setIamPolicy",
								"body": "*"
							} }]
						},
						"GetIamPolicy": {
							"requestType": "GetIamPolicyRequest",
							"responseType": "Policy",
							"options": {
								"(google.api.http).post": "/v1/{resource=**}:getIamPolicy",
								"(google.api.http).body": "*"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{resource=**}:getIamPolicy",
								"body": "*"
							} }]
						},
						"TestIamPermissions": {
							"requestType": "TestIamPermissionsRequest",
							"responseType": "TestIamPermissionsResponse",
							"options": {
								"(google.api.http).post": "/v1/{resource=**}:testIamPermissions",
								"(google.api.http).body": "*"
							},
							"parsedOptions": [{ "(google.api.http)": {
								"post": "/v1/{resource=**}:testIamPermissions",
								"body": "*"
							} }]
						}
					}
				},
				"SetIamPolicyRequest": { "fields": {
					"resource": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "*"
						}
					},
					"policy": {
						"type": "Policy",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					},
					"updateMask": {
						"type": "google.protobuf.FieldMask",
						"id": 3
					}
				} },
				"GetIamPolicyRequest": { "fields": {
					"resource": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "*"
						}
					},
					"options": {
						"type": "GetPolicyOptions",
						"id": 2
					}
				} },
				"TestIamPermissionsRequest": { "fields": {
					"resource": {
						"type": "string",
						"id": 1,
						"options": {
							"(google.api.field_behavior)": "REQUIRED",
							"(google.api.resource_reference).type": "*"
						}
					},
					"permissions": {
						"rule": "repeated",
						"type": "string",
						"id": 2,
						"options": { "(google.api.field_behavior)": "REQUIRED" }
					}
				} },
				"TestIamPermissionsResponse": { "fields": { "permissions": {
					"rule": "repeated",
					"type": "string",
					"id": 1
				} } },
				"GetPolicyOptions": { "fields": { "requestedPolicyVersion": {
					"type": "int32",
					"id": 1
				} } },
				"Policy": { "fields": {
					"version": {
						"type": "int32",
						"id": 1
					},
					"bindings": {
						"rule": "repeated",
						"type": "Binding",
						"id": 4
					},
					"auditConfigs": {
						"rule": "repeated",
						"type": "AuditConfig",
						"id": 6
					},
					"etag": {
						"type": "bytes",
						"id": 3
					}
				} },
				"Binding": { "fields": {
					"role": {
						"type": "string",
						"id": 1
					},
					"members": {
						"rule": "repeated",
						"type": "string",
						"id": 2
					},
					"condition": {
						"type": "google.type.Expr",
						"id": 3
					}
				} },
				"AuditConfig": { "fields": {
					"service": {
						"type": "string",
						"id": 1
					},
					"auditLogConfigs": {
						"rule": "repeated",
						"type": "AuditLogConfig",
						"id": 3
					}
				} },
				"AuditLogConfig": {
					"fields": {
						"logType": {
							"type": "LogType",
							"id": 1
						},
						"exemptedMembers": {
							"rule": "repeated",
							"type": "string",
							"id": 2
						}
					},
					"nested": { "LogType": { "values": {
						"LOG_TYPE_UNSPECIFIED": 0,
						"ADMIN_READ": 1,
						"DATA_WRITE": 2,
						"DATA_READ": 3
					} } }
				},
				"PolicyDelta": { "fields": {
					"bindingDeltas": {
						"rule": "repeated",
						"type": "BindingDelta",
						"id": 1
					},
					"auditConfigDeltas": {
						"rule": "repeated",
						"type": "AuditConfigDelta",
						"id": 2
					}
				} },
				"BindingDelta": {
					"fields": {
						"action": {
							"type": "Action",
							"id": 1
						},
						"role": {
							"type": "string",
							"id": 2
						},
						"member": {
							"type": "string",
							"id": 3
						},
						"condition": {
							"type": "google.type.Expr",
							"id": 4
						}
					},
					"nested": { "Action": { "values": {
						"ACTION_UNSPECIFIED": 0,
						"ADD": 1,
						"REMOVE": 2
					} } }
				},
				"AuditConfigDelta": {
					"fields": {
						"action": {
							"type": "Action",
							"id": 1
						},
						"service": {
							"type": "string",
							"id": 2
						},
						"exemptedMember": {
							"type": "string",
							"id": 3
						},
						"logType": {
							"type": "string",
							"id": 4
						}
					},
					"nested": { "Action": { "values": {
						"ACTION_UNSPECIFIED": 0,
						"ADD": 1,
						"REMOVE": 2
					} } }
				}
			}
		} } },
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
		},
		"type": {
			"options": {
				"go_package": "google.golang.org/genproto/googleapis/type/expr;expr",
				"java_multiple_files": true,
				"java_outer_classname": "ExprProto",
				"java_package": "com.google.type",
				"objc_class_prefix": "GTP"
			},
			"nested": { "Expr": { "fields": {
				"expression": {
					"type": "string",
					"id": 1
				},
				"title": {
					"type": "string",
					"id": 2
				},
				"description": {
					"type": "string",
					"id": 3
				},
				"location": {
					"type": "string",
					"id": 4
				}
			} } }
		}
	} } } };
}));
// node_modules/@google-cloud/secret-manager/build/src/v1/secret_manager_service_client_config.json
var require_secret_manager_service_client_config = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = { "interfaces": { "google.cloud.secretmanager.v1.SecretManagerService": {
		"retry_codes": {
			"non_idempotent": [],
			"idempotent": ["DEADLINE_EXCEEDED", "UNAVAILABLE"],
			"resource_exhausted_unavailable": ["RESOURCE_EXHAUSTED", "UNAVAILABLE"]
		},
		"retry_params": {
			"default": {
				"initial_retry_delay_millis": 100,
				"retry_delay_multiplier": 1.3,
				"max_retry_delay_millis": 6e4,
				"initial_rpc_timeout_millis": 6e4,
				"rpc_timeout_multiplier": 1,
				"max_rpc_timeout_millis": 6e4,
				"total_timeout_millis": 6e5
			},
			"dd71b8c1d82d51c18ce5ba426d9acc4c44e7746e": {
				"initial_retry_delay_millis": 2e3,
				"retry_delay_multiplier": 2,
				"max_retry_delay_millis": 6e4,
				"initial_rpc_timeout_millis": 6e4,
				"rpc_timeout_multiplier": 1,
				"max_rpc_timeout_millis": 6e4,
				"total_timeout_millis": 6e5
			}
		},
		"methods": {
			"ListSecrets": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"CreateSecret": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"AddSecretVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"GetSecret": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"UpdateSecret": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"DeleteSecret": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"ListSecretVersions": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"GetSecretVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"AccessSecretVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "resource_exhausted_unavailable",
				"retry_params_name": "dd71b8c1d82d51c18ce5ba426d9acc4c44e7746e"
			},
			"DisableSecretVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"EnableSecretVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"DestroySecretVersion": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"SetIamPolicy": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"GetIamPolicy": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"TestIamPermissions": {
				"timeout_millis": 6e4,
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"EnableManagedRotation": {
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			},
			"RotateSecret": {
				"retry_codes_name": "non_idempotent",
				"retry_params_name": "default"
			}
		}
	} } };
}));
// node_modules/@google-cloud/secret-manager/package.json
var require_package = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"name": "@google-cloud/secret-manager",
		"version": "7.2.0",
		"description": "Secrets client for Node.js",
		"repository": {
			"type": "git",
			"directory": "packages/google-cloud-secretmanager",
			"url": "https://github.com/googleapis/google-cloud-node.git"
		},
		"license": "Apache-2.0",
		"author": "Google LLC",
		"files": [
			"build/src",
			"build/protos",
			"!build/src/**/*.map"
		],
		"keywords": [
			"secrets",
			"secret",
			"secret manager",
			"secrets management",
			"gcp",
			"google",
			"cloud"
		],
		"main": "build/src/index.js",
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
		"dependencies": { "google-gax": "^6.5.0" },
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
		"engines": { "node": ">=22" },
		"homepage": "https://github.com/googleapis/google-cloud-node/tree/main/packages/google-cloud-secretmanager",
		"overrides": { "@sinonjs/fake-timers": "15.2.1" }
	};
}));
// node_modules/@google-cloud/secret-manager/build/src/v1/secret_manager_service_client.js
var require_secret_manager_service_client = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SecretManagerServiceClient = void 0;
	const jsonProtos = require_protos();
	const google_gax_1 = require_src();
	/**
	* Client JSON configuration object, loaded from
	* `src/v1/secret_manager_service_client_config.json`.
	* This file defines retry strategy and timeouts for all API methods in this library.
	*/
	const gapicConfig = require_secret_manager_service_client_config();
	const version = require_package().version;
	/**
	*  Secret Manager Service
	*
	*  Manages secrets and operations using those secrets. Implements a REST
	*  model with the following objects:
	*
	*  * {@link protos.google.cloud.secretmanager.v1.Secret|Secret}
	*  * {@link protos.google.cloud.secretmanager.v1.SecretVersion|SecretVersion}
	* @class
	* @memberof v1
	*/
	var SecretManagerServiceClient = class {
		_terminated = false;
		_opts;
		_providedCustomServicePath;
		_gaxModule;
		_gaxGrpc;
		_protos;
		_defaults;
		_universeDomain;
		_servicePath;
		_log = google_gax_1.loggingUtils.log("secret-manager");
		auth;
		descriptors = {
			page: {},
			stream: {},
			longrunning: {},
			batching: {}
		};
		warn;
		innerApiCalls;
		locationsClient;
		pathTemplates;
		secretManagerServiceStub;
		/**
		* Construct an instance of SecretManagerServiceClient.
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
		*     const client = new SecretManagerServiceClient({fallback: true}, gax);
		*     ```
		*/
		constructor(opts, gaxInstance) {
			const staticMembers = this.constructor;
			if (opts?.universe_domain && opts?.universeDomain && opts?.universe_domain !== opts?.universeDomain) throw new Error("Please set either universe_domain or universeDomain, but not both.");
			const universeDomainEnvVar = typeof process === "object" && typeof process.env === "object" ? process.env["GOOGLE_CLOUD_UNIVERSE_DOMAIN"] : void 0;
			this._universeDomain = opts?.universeDomain ?? opts?.universe_domain ?? universeDomainEnvVar ?? "googleapis.com";
			this._servicePath = "secretmanager." + this._universeDomain;
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
			this.locationsClient = new this._gaxModule.LocationsClient(this._gaxGrpc, opts);
			const clientHeader = [`gax/${this._gaxModule.version}`, `gapic/${version}`];
			if (typeof process === "object" && "versions" in process) clientHeader.push(`gl-node/${process.versions.node}`);
			else clientHeader.push(`gl-web/${this._gaxModule.version}`);
			if (!opts.fallback) clientHeader.push(`grpc/${this._gaxGrpc.grpcVersion}`);
			else clientHeader.push(`rest/${this._gaxGrpc.grpcVersion}`);
			if (opts.libName && opts.libVersion) clientHeader.push(`${opts.libName}/${opts.libVersion}`);
			this._protos = this._gaxGrpc.loadProtoJSON(jsonProtos);
			this.pathTemplates = {
				projectPathTemplate: new this._gaxModule.PathTemplate("projects/{project}"),
				projectLocationSecretSecretVersionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/secrets/{secret}/versions/{secret_version}"),
				projectLocationSecretsPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/secrets/{secret}"),
				projectSecretSecretVersionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/secrets/{secret}/versions/{secret_version}"),
				projectSecretsPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/secrets/{secret}"),
				topicPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/topics/{topic}"),
				secretPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/secrets/{secret}"),
				secretVersionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/secrets/{secret}/versions/{secret_version}")
			};
			this.descriptors.page = {
				listSecrets: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "secrets"),
				listSecretVersions: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "versions")
			};
			const internalTelemetryInfo = {
				gcpClientService: "secret-manager",
				gcpVersion: "v1",
				gcpRepo: "googleapis/google-cloud-node",
				gcpArtifact: "@google-cloud/secret-manager"
			};
			this._defaults = this._gaxGrpc.constructSettings("google.cloud.secretmanager.v1.SecretManagerService", gapicConfig, opts.clientConfig || {}, { "x-goog-api-client": clientHeader.join(" ") }, opts.enableTelemetryTracing, internalTelemetryInfo);
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
			if (this.secretManagerServiceStub) return this.secretManagerServiceStub;
			this.secretManagerServiceStub = this._gaxGrpc.createStub(this._opts.fallback ? this._protos.lookupService("google.cloud.secretmanager.v1.SecretManagerService") : this._protos.google.cloud.secretmanager.v1.SecretManagerService, this._opts, this._providedCustomServicePath);
			for (const methodName of [
				"listSecrets",
				"createSecret",
				"addSecretVersion",
				"getSecret",
				"updateSecret",
				"deleteSecret",
				"listSecretVersions",
				"getSecretVersion",
				"accessSecretVersion",
				"disableSecretVersion",
				"enableSecretVersion",
				"destroySecretVersion",
				"setIamPolicy",
				"getIamPolicy",
				"testIamPermissions",
				"enableManagedRotation",
				"rotateSecret"
			]) {
				const callPromise = this.secretManagerServiceStub.then((stub) => (...args) => {
					if (this._terminated) return Promise.reject("The client has already been closed.");
					return stub[methodName].apply(stub, args);
				}, (err) => () => {
					throw err;
				});
				const descriptor = this.descriptors.page[methodName] || void 0;
				const apiCall = this._gaxModule.createApiCall(callPromise, this._defaults[methodName], descriptor, this._opts.fallback);
				this.innerApiCalls[methodName] = apiCall;
			}
			return this.secretManagerServiceStub;
		}
		/**
		* The DNS address for this API service.
		* @deprecated Use the apiEndpoint method of the client instance.
		* @returns {string} The DNS address for this service.
		*/
		static get servicePath() {
			if (typeof process === "object" && typeof process.emitWarning === "function") process.emitWarning("Static servicePath is deprecated, please use the instance method instead.", "DeprecationWarning");
			return "secretmanager.googleapis.com";
		}
		/**
		* The DNS address for this API service - same as servicePath.
		* @deprecated Use the apiEndpoint method of the client instance.
		* @returns {string} The DNS address for this service.
		*/
		static get apiEndpoint() {
			if (typeof process === "object" && typeof process.emitWarning === "function") process.emitWarning("Static apiEndpoint is deprecated, please use the instance method instead.", "DeprecationWarning");
			return "secretmanager.googleapis.com";
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
			return ["https://www.googleapis.com/auth/cloud-platform"];
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
		createSecret(request, optionsOrCallback, callback) {
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
			this._log.info("createSecret request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("createSecret response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.createSecret(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("createSecret response %j", response);
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
		addSecretVersion(request, optionsOrCallback, callback) {
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
			this._log.info("addSecretVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("addSecretVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.addSecretVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("addSecretVersion response %j", response);
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
		getSecret(request, optionsOrCallback, callback) {
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
			this._log.info("getSecret request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getSecret response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getSecret(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getSecret response %j", response);
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
		updateSecret(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ "secret.name": request.secret.name ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("updateSecret request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("updateSecret response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.updateSecret(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("updateSecret response %j", response);
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
		deleteSecret(request, optionsOrCallback, callback) {
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
			this._log.info("deleteSecret request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("deleteSecret response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.deleteSecret(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("deleteSecret response %j", response);
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
		getSecretVersion(request, optionsOrCallback, callback) {
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
			this._log.info("getSecretVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getSecretVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getSecretVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getSecretVersion response %j", response);
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
		accessSecretVersion(request, optionsOrCallback, callback) {
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
			this._log.info("accessSecretVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("accessSecretVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.accessSecretVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("accessSecretVersion response %j", response);
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
		disableSecretVersion(request, optionsOrCallback, callback) {
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
			this._log.info("disableSecretVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("disableSecretVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.disableSecretVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("disableSecretVersion response %j", response);
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
		enableSecretVersion(request, optionsOrCallback, callback) {
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
			this._log.info("enableSecretVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("enableSecretVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.enableSecretVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("enableSecretVersion response %j", response);
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
		destroySecretVersion(request, optionsOrCallback, callback) {
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
			this._log.info("destroySecretVersion request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("destroySecretVersion response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.destroySecretVersion(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("destroySecretVersion response %j", response);
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
		setIamPolicy(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ resource: request.resource ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("setIamPolicy request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("setIamPolicy response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.setIamPolicy(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("setIamPolicy response %j", response);
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
		getIamPolicy(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ resource: request.resource ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("getIamPolicy request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("getIamPolicy response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.getIamPolicy(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("getIamPolicy response %j", response);
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
		testIamPermissions(request, optionsOrCallback, callback) {
			request = request || {};
			let options;
			if (typeof optionsOrCallback === "function" && callback === void 0) {
				callback = optionsOrCallback;
				options = {};
			} else options = optionsOrCallback;
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ resource: request.resource ?? "" });
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("testIamPermissions request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("testIamPermissions response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.testIamPermissions(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("testIamPermissions response %j", response);
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
		enableManagedRotation(request, optionsOrCallback, callback) {
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
			this._log.info("enableManagedRotation request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("enableManagedRotation response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.enableManagedRotation(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("enableManagedRotation response %j", response);
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
		rotateSecret(request, optionsOrCallback, callback) {
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
			this._log.info("rotateSecret request %j", request);
			const wrappedCallback = callback ? (error, response, options, rawResponse) => {
				this._log.info("rotateSecret response %j", response);
				callback(error, response, options, rawResponse);
			} : void 0;
			return this.innerApiCalls.rotateSecret(request, options, wrappedCallback)?.then(([response, options, rawResponse]) => {
				this._log.info("rotateSecret response %j", response);
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
		listSecrets(request, optionsOrCallback, callback) {
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
				this._log.info("listSecrets values %j", values);
				callback(error, values, nextPageRequest, rawResponse);
			} : void 0;
			this._log.info("listSecrets request %j", request);
			return this.innerApiCalls.listSecrets(request, options, wrappedCallback)?.then(([response, input, output]) => {
				this._log.info("listSecrets values %j", response);
				return [
					response,
					input,
					output
				];
			});
		}
		/**
		* Equivalent to `listSecrets`, but returns a NodeJS Stream object.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the project associated with the
		*   {@link protos.google.cloud.secretmanager.v1.Secret|Secrets}, in the format `projects/*`
		*   or `projects/* /locations/*`
		* @param {number} [request.pageSize]
		*   Optional. The maximum number of results to be returned in a single page. If
		*   set to 0, the server decides the number of results to return. If the
		*   number is greater than 25000, it is capped at 25000.
		* @param {string} [request.pageToken]
		*   Optional. Pagination token, returned earlier via
		*   {@link protos.google.cloud.secretmanager.v1.ListSecretsResponse.next_page_token|ListSecretsResponse.next_page_token}.
		* @param {string} [request.filter]
		*   Optional. Filter string, adhering to the rules in
		*   [List-operation
		*   filtering](https://cloud.google.com/secret-manager/docs/filtering). List
		*   only secrets matching the filter. If filter is empty, all secrets are
		*   listed.
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Stream}
		*   An object stream which emits an object representing {@link protos.google.cloud.secretmanager.v1.Secret|Secret} on 'data' event.
		*   The client library will perform auto-pagination by default: it will call the API as many
		*   times as needed. Note that it can affect your quota.
		*   We recommend using `listSecretsAsync()`
		*   method described below for async iteration which you can stop as needed.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		*/
		listSecretsStream(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listSecrets"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listSecrets stream %j", request);
			return this.descriptors.page.listSecrets.createStream(this.innerApiCalls.listSecrets, request, callSettings);
		}
		/**
		* Equivalent to `listSecrets`, but returns an iterable object.
		*
		* `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the project associated with the
		*   {@link protos.google.cloud.secretmanager.v1.Secret|Secrets}, in the format `projects/*`
		*   or `projects/* /locations/*`
		* @param {number} [request.pageSize]
		*   Optional. The maximum number of results to be returned in a single page. If
		*   set to 0, the server decides the number of results to return. If the
		*   number is greater than 25000, it is capped at 25000.
		* @param {string} [request.pageToken]
		*   Optional. Pagination token, returned earlier via
		*   {@link protos.google.cloud.secretmanager.v1.ListSecretsResponse.next_page_token|ListSecretsResponse.next_page_token}.
		* @param {string} [request.filter]
		*   Optional. Filter string, adhering to the rules in
		*   [List-operation
		*   filtering](https://cloud.google.com/secret-manager/docs/filtering). List
		*   only secrets matching the filter. If filter is empty, all secrets are
		*   listed.
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Object}
		*   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
		*   When you iterate the returned iterable, each element will be an object representing
		*   {@link protos.google.cloud.secretmanager.v1.Secret|Secret}. The API will be called under the hood as needed, once per the page,
		*   so you can stop the iteration when you don't need more results.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/secret_manager_service.list_secrets.js</caption>
		* region_tag:secretmanager_v1_generated_SecretManagerService_ListSecrets_async
		*/
		listSecretsAsync(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listSecrets"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listSecrets iterate %j", request);
			return this.descriptors.page.listSecrets.asyncIterate(this.innerApiCalls["listSecrets"], request, callSettings);
		}
		listSecretVersions(request, optionsOrCallback, callback) {
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
				this._log.info("listSecretVersions values %j", values);
				callback(error, values, nextPageRequest, rawResponse);
			} : void 0;
			this._log.info("listSecretVersions request %j", request);
			return this.innerApiCalls.listSecretVersions(request, options, wrappedCallback)?.then(([response, input, output]) => {
				this._log.info("listSecretVersions values %j", response);
				return [
					response,
					input,
					output
				];
			});
		}
		/**
		* Equivalent to `listSecretVersions`, but returns a NodeJS Stream object.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the
		*   {@link protos.google.cloud.secretmanager.v1.Secret|Secret} associated with the
		*   {@link protos.google.cloud.secretmanager.v1.SecretVersion|SecretVersions} to list, in
		*   the format `projects/* /secrets/*` or `projects/* /locations/* /secrets/*`.
		* @param {number} [request.pageSize]
		*   Optional. The maximum number of results to be returned in a single page. If
		*   set to 0, the server decides the number of results to return. If the
		*   number is greater than 25000, it is capped at 25000.
		* @param {string} [request.pageToken]
		*   Optional. Pagination token, returned earlier via
		*   ListSecretVersionsResponse.next_page_token][].
		* @param {string} [request.filter]
		*   Optional. Filter string, adhering to the rules in
		*   [List-operation
		*   filtering](https://cloud.google.com/secret-manager/docs/filtering). List
		*   only secret versions matching the filter. If filter is empty, all secret
		*   versions are listed.
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Stream}
		*   An object stream which emits an object representing {@link protos.google.cloud.secretmanager.v1.SecretVersion|SecretVersion} on 'data' event.
		*   The client library will perform auto-pagination by default: it will call the API as many
		*   times as needed. Note that it can affect your quota.
		*   We recommend using `listSecretVersionsAsync()`
		*   method described below for async iteration which you can stop as needed.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		*/
		listSecretVersionsStream(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listSecretVersions"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listSecretVersions stream %j", request);
			return this.descriptors.page.listSecretVersions.createStream(this.innerApiCalls.listSecretVersions, request, callSettings);
		}
		/**
		* Equivalent to `listSecretVersions`, but returns an iterable object.
		*
		* `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
		* @param {Object} request
		*   The request object that will be sent.
		* @param {string} request.parent
		*   Required. The resource name of the
		*   {@link protos.google.cloud.secretmanager.v1.Secret|Secret} associated with the
		*   {@link protos.google.cloud.secretmanager.v1.SecretVersion|SecretVersions} to list, in
		*   the format `projects/* /secrets/*` or `projects/* /locations/* /secrets/*`.
		* @param {number} [request.pageSize]
		*   Optional. The maximum number of results to be returned in a single page. If
		*   set to 0, the server decides the number of results to return. If the
		*   number is greater than 25000, it is capped at 25000.
		* @param {string} [request.pageToken]
		*   Optional. Pagination token, returned earlier via
		*   ListSecretVersionsResponse.next_page_token][].
		* @param {string} [request.filter]
		*   Optional. Filter string, adhering to the rules in
		*   [List-operation
		*   filtering](https://cloud.google.com/secret-manager/docs/filtering). List
		*   only secret versions matching the filter. If filter is empty, all secret
		*   versions are listed.
		* @param {object} [options]
		*   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
		* @returns {Object}
		*   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
		*   When you iterate the returned iterable, each element will be an object representing
		*   {@link protos.google.cloud.secretmanager.v1.SecretVersion|SecretVersion}. The API will be called under the hood as needed, once per the page,
		*   so you can stop the iteration when you don't need more results.
		*   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
		*   for more details and examples.
		* @example <caption>include:samples/generated/v1/secret_manager_service.list_secret_versions.js</caption>
		* region_tag:secretmanager_v1_generated_SecretManagerService_ListSecretVersions_async
		*/
		listSecretVersionsAsync(request, options) {
			request = request || {};
			options = options || {};
			options.otherArgs = options.otherArgs || {};
			options.otherArgs.headers = options.otherArgs.headers || {};
			options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({ parent: request.parent ?? "" });
			const callSettings = this._defaults["listSecretVersions"].merge(options);
			this.initialize().catch((err) => {
				throw err;
			});
			this._log.info("listSecretVersions iterate %j", request);
			return this.descriptors.page.listSecretVersions.asyncIterate(this.innerApiCalls["listSecretVersions"], request, callSettings);
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
		* Return a fully-qualified projectLocationSecretSecretVersion resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} secret
		* @param {string} secret_version
		* @returns {string} Resource name string.
		*/
		projectLocationSecretSecretVersionPath(project, location, secret, secretVersion) {
			return this.pathTemplates.projectLocationSecretSecretVersionPathTemplate.render({
				project,
				location,
				secret,
				secret_version: secretVersion
			});
		}
		/**
		* Parse the project from ProjectLocationSecretSecretVersion resource.
		*
		* @param {string} projectLocationSecretSecretVersionName
		*   A fully-qualified path representing project_location_secret_secret_version resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromProjectLocationSecretSecretVersionName(projectLocationSecretSecretVersionName) {
			return this.pathTemplates.projectLocationSecretSecretVersionPathTemplate.match(projectLocationSecretSecretVersionName).project;
		}
		/**
		* Parse the location from ProjectLocationSecretSecretVersion resource.
		*
		* @param {string} projectLocationSecretSecretVersionName
		*   A fully-qualified path representing project_location_secret_secret_version resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromProjectLocationSecretSecretVersionName(projectLocationSecretSecretVersionName) {
			return this.pathTemplates.projectLocationSecretSecretVersionPathTemplate.match(projectLocationSecretSecretVersionName).location;
		}
		/**
		* Parse the secret from ProjectLocationSecretSecretVersion resource.
		*
		* @param {string} projectLocationSecretSecretVersionName
		*   A fully-qualified path representing project_location_secret_secret_version resource.
		* @returns {string} A string representing the secret.
		*/
		matchSecretFromProjectLocationSecretSecretVersionName(projectLocationSecretSecretVersionName) {
			return this.pathTemplates.projectLocationSecretSecretVersionPathTemplate.match(projectLocationSecretSecretVersionName).secret;
		}
		/**
		* Parse the secret_version from ProjectLocationSecretSecretVersion resource.
		*
		* @param {string} projectLocationSecretSecretVersionName
		*   A fully-qualified path representing project_location_secret_secret_version resource.
		* @returns {string} A string representing the secret_version.
		*/
		matchSecretVersionFromProjectLocationSecretSecretVersionName(projectLocationSecretSecretVersionName) {
			return this.pathTemplates.projectLocationSecretSecretVersionPathTemplate.match(projectLocationSecretSecretVersionName).secret_version;
		}
		/**
		* Return a fully-qualified projectLocationSecrets resource name string.
		*
		* @param {string} project
		* @param {string} location
		* @param {string} secret
		* @returns {string} Resource name string.
		*/
		projectLocationSecretsPath(project, location, secret) {
			return this.pathTemplates.projectLocationSecretsPathTemplate.render({
				project,
				location,
				secret
			});
		}
		/**
		* Parse the project from ProjectLocationSecrets resource.
		*
		* @param {string} projectLocationSecretsName
		*   A fully-qualified path representing project_location_secrets resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromProjectLocationSecretsName(projectLocationSecretsName) {
			return this.pathTemplates.projectLocationSecretsPathTemplate.match(projectLocationSecretsName).project;
		}
		/**
		* Parse the location from ProjectLocationSecrets resource.
		*
		* @param {string} projectLocationSecretsName
		*   A fully-qualified path representing project_location_secrets resource.
		* @returns {string} A string representing the location.
		*/
		matchLocationFromProjectLocationSecretsName(projectLocationSecretsName) {
			return this.pathTemplates.projectLocationSecretsPathTemplate.match(projectLocationSecretsName).location;
		}
		/**
		* Parse the secret from ProjectLocationSecrets resource.
		*
		* @param {string} projectLocationSecretsName
		*   A fully-qualified path representing project_location_secrets resource.
		* @returns {string} A string representing the secret.
		*/
		matchSecretFromProjectLocationSecretsName(projectLocationSecretsName) {
			return this.pathTemplates.projectLocationSecretsPathTemplate.match(projectLocationSecretsName).secret;
		}
		/**
		* Return a fully-qualified projectSecretSecretVersion resource name string.
		*
		* @param {string} project
		* @param {string} secret
		* @param {string} secret_version
		* @returns {string} Resource name string.
		*/
		projectSecretSecretVersionPath(project, secret, secretVersion) {
			return this.pathTemplates.projectSecretSecretVersionPathTemplate.render({
				project,
				secret,
				secret_version: secretVersion
			});
		}
		/**
		* Parse the project from ProjectSecretSecretVersion resource.
		*
		* @param {string} projectSecretSecretVersionName
		*   A fully-qualified path representing project_secret_secret_version resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromProjectSecretSecretVersionName(projectSecretSecretVersionName) {
			return this.pathTemplates.projectSecretSecretVersionPathTemplate.match(projectSecretSecretVersionName).project;
		}
		/**
		* Parse the secret from ProjectSecretSecretVersion resource.
		*
		* @param {string} projectSecretSecretVersionName
		*   A fully-qualified path representing project_secret_secret_version resource.
		* @returns {string} A string representing the secret.
		*/
		matchSecretFromProjectSecretSecretVersionName(projectSecretSecretVersionName) {
			return this.pathTemplates.projectSecretSecretVersionPathTemplate.match(projectSecretSecretVersionName).secret;
		}
		/**
		* Parse the secret_version from ProjectSecretSecretVersion resource.
		*
		* @param {string} projectSecretSecretVersionName
		*   A fully-qualified path representing project_secret_secret_version resource.
		* @returns {string} A string representing the secret_version.
		*/
		matchSecretVersionFromProjectSecretSecretVersionName(projectSecretSecretVersionName) {
			return this.pathTemplates.projectSecretSecretVersionPathTemplate.match(projectSecretSecretVersionName).secret_version;
		}
		/**
		* Return a fully-qualified projectSecrets resource name string.
		*
		* @param {string} project
		* @param {string} secret
		* @returns {string} Resource name string.
		*/
		projectSecretsPath(project, secret) {
			return this.pathTemplates.projectSecretsPathTemplate.render({
				project,
				secret
			});
		}
		/**
		* Parse the project from ProjectSecrets resource.
		*
		* @param {string} projectSecretsName
		*   A fully-qualified path representing project_secrets resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromProjectSecretsName(projectSecretsName) {
			return this.pathTemplates.projectSecretsPathTemplate.match(projectSecretsName).project;
		}
		/**
		* Parse the secret from ProjectSecrets resource.
		*
		* @param {string} projectSecretsName
		*   A fully-qualified path representing project_secrets resource.
		* @returns {string} A string representing the secret.
		*/
		matchSecretFromProjectSecretsName(projectSecretsName) {
			return this.pathTemplates.projectSecretsPathTemplate.match(projectSecretsName).secret;
		}
		/**
		* Return a fully-qualified topic resource name string.
		*
		* @param {string} project
		* @param {string} topic
		* @returns {string} Resource name string.
		*/
		topicPath(project, topic) {
			return this.pathTemplates.topicPathTemplate.render({
				project,
				topic
			});
		}
		/**
		* Parse the project from Topic resource.
		*
		* @param {string} topicName
		*   A fully-qualified path representing Topic resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromTopicName(topicName) {
			return this.pathTemplates.topicPathTemplate.match(topicName).project;
		}
		/**
		* Parse the topic from Topic resource.
		*
		* @param {string} topicName
		*   A fully-qualified path representing Topic resource.
		* @returns {string} A string representing the topic.
		*/
		matchTopicFromTopicName(topicName) {
			return this.pathTemplates.topicPathTemplate.match(topicName).topic;
		}
		/**
		* Terminate the gRPC channel and close the client.
		*
		* The client will no longer be usable and all future behavior is undefined.
		* @returns {Promise} A promise that resolves when the client is closed.
		*/
		close() {
			if (this.secretManagerServiceStub && !this._terminated) return this.secretManagerServiceStub.then((stub) => {
				this._log.info("ending gRPC channel");
				this._terminated = true;
				stub.close();
				this.locationsClient.close().catch((err) => {
					throw err;
				});
			});
			return Promise.resolve();
		}
		/**
		* Return a fully-qualified project resource name string.
		*
		* @param {string} project
		* @returns {string} Resource name string.
		*/
		secretPath(project, secret) {
			return this.pathTemplates.secretPathTemplate.render({
				project,
				secret
			});
		}
		/**
		* Parse the project from Secret resource.
		*
		* @param {string} secretName
		*   A fully-qualified path representing Secret resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromSecretName(secretName) {
			return this.pathTemplates.secretPathTemplate.match(secretName).project;
		}
		/**
		* Parse the secret from Secret resource.
		*
		* @param {string} secretName
		*   A fully-qualified path representing Secret resource.
		* @returns {string} A string representing the secret.
		*/
		matchSecretFromSecretName(secretName) {
			return this.pathTemplates.secretPathTemplate.match(secretName).secret;
		}
		/**
		* Return a fully-qualified secretVersion resource name string.
		*
		* @param {string} project
		* @param {string} secret
		* @param {string} secret_version
		* @returns {string} Resource name string.
		*/
		secretVersionPath(project, secret, secretVersion) {
			return this.pathTemplates.secretVersionPathTemplate.render({
				project,
				secret,
				secret_version: secretVersion
			});
		}
		/**
		* Parse the project from SecretVersion resource.
		*
		* @param {string} secretVersionName
		*   A fully-qualified path representing SecretVersion resource.
		* @returns {string} A string representing the project.
		*/
		matchProjectFromSecretVersionName(secretVersionName) {
			return this.pathTemplates.secretVersionPathTemplate.match(secretVersionName).project;
		}
		/**
		* Parse the secret from SecretVersion resource.
		*
		* @param {string} secretVersionName
		*   A fully-qualified path representing SecretVersion resource.
		* @returns {string} A string representing the secret.
		*/
		matchSecretFromSecretVersionName(secretVersionName) {
			return this.pathTemplates.secretVersionPathTemplate.match(secretVersionName).secret;
		}
		/**
		* Parse the secret_version from SecretVersion resource.
		*
		* @param {string} secretVersionName
		*   A fully-qualified path representing SecretVersion resource.
		* @returns {string} A string representing the secret_version.
		*/
		matchSecretVersionFromSecretVersionName(secretVersionName) {
			return this.pathTemplates.secretVersionPathTemplate.match(secretVersionName).secret_version;
		}
	};
	exports.SecretManagerServiceClient = SecretManagerServiceClient;
}));
export { require_secret_manager_service_client };
