// Written by "npm run dump:client" from docs/openapi.json, never by hand.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            status: "ok";
                        };
                    };
                };
                default: components["responses"]["Error"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            status: "ok";
                            checks: {
                                [key: string]: boolean;
                            };
                        };
                    };
                };
                default: components["responses"]["Error"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is calling: a person or a key, and what it may do. */
        get: operations["get_current_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the key or the session works, and for which tenant. */
        get: operations["health_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in, newest first. */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        /** End all of your sessions but this one. */
        delete: operations["end_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of your sessions, on a lost device for instance. */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change your password; ends all of your other sessions. */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your saved views, of one page if asked. */
        get: operations["list_views"];
        put?: never;
        /** Keep filters and columns of a page under a name; 50 at most. */
        post: operations["create_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a view of yours. */
        delete: operations["delete_view"];
        options?: never;
        head?: never;
        /** Rename a view of yours, or keep other filters and columns in it. */
        patch: operations["update_view"];
        trace?: never;
    };
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by e-mail address and password; says what is needed next. Sets the session cookie. */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a sign-in: a code of an app, a recovery code, or a passkey. */
        post: operations["show_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a second factor again; for five minutes the session may then do what is dangerous. */
        post: operations["step_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session. */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What navigator.credentials.create() needs to make a passkey. */
        post: operations["offer_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a new passkey. The first second factor comes with recovery codes, once, and finishes a first sign-in. */
        post: operations["add_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a passkey away, of a lost device for instance. */
        delete: operations["remove_passkey"];
        options?: never;
        head?: never;
        /** Give a passkey another name. */
        patch: operations["rename_passkey"];
        trace?: never;
    };
    "/api/v1/auth/second-factor/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What navigator.credentials.get() needs to show a passkey as a second factor, or again before a step-up. */
        post: operations["offer_passkey_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What navigator.credentials.get() needs to sign in by a passkey alone. */
        post: operations["offer_passkey_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a passkey alone: it says who you are, and that you are there. */
        post: operations["sign_in_by_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is set up to prove who you are. */
        get: operations["list_factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator app. It counts once a code of it was confirmed. */
        post: operations["offer_totp"];
        /** Take the authenticator app away. */
        delete: operations["remove_totp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the new secret by a code of it; gives recovery codes, once, and finishes a first sign-in. */
        post: operations["confirm_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes; the old ones open nothing any more. */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link for a new password. The answer does not tell whether there is such an account. */
        post: operations["request_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password by a mailed link. Sign in afterwards, with your second factor. */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is for. Looking does not use it up. */
        get: operations["get_setup_token"];
        put?: never;
        /** Take an invitation up: choose a password, then set up a second factor where your role needs one. */
        post: operations["complete_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the tenant, newest first. */
        get: operations["list_users"];
        put?: never;
        /** Invite somebody: a link goes out by e-mail, good once, for seven days. */
        post: operations["create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person. */
        get: operations["get_user"];
        put?: never;
        post?: never;
        /** Switch an account off: sessions and keys of the person end at once. The trail keeps the name. */
        delete: operations["delete_user"];
        options?: never;
        head?: never;
        /** Change somebody, or do one of: disable2FA, revokeAllSessions, ban, unban, setPassword, invite, withdrawInvitation. */
        patch: operations["update_user"];
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody of a buyer or a partner to their portal. */
        post: operations["create_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contact. */
        get: operations["get_contact"];
        /** Change the given fields of a contact. */
        put: operations["update_contact"];
        post?: never;
        /** Switch a contact off: its sessions and keys end at once. */
        delete: operations["delete_contact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contactId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the password of a contact; ends its sessions. */
        put: operations["set_contact_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else has an account at the own buyer or partner, newest first. */
        get: operations["list_colleagues"];
        put?: never;
        /** Invite somebody to the own buyer or partner, with no more rights than the own. */
        post: operations["invite_colleague"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/colleagues/{userId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a new invitation to a colleague who has not come yet; the link of an earlier one opens nothing more. */
        post: operations["reinvite_colleague"];
        /** Make the invitation of a colleague who has not come yet worthless. A new one can be mailed. */
        delete: operations["withdraw_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/colleagues/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Switch a colleague off: sessions, and the keys that this person made, end at once. */
        delete: operations["remove_colleague"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/owner/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another admin the owner; you stay as an admin. Both sign in anew. */
        post: operations["transfer_ownership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/login-activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries to sign in to accounts of the tenant, newest first. */
        get: operations["list_login_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login-activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries to sign in to your own account, newest first. */
        get: operations["list_own_login_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could still get in, since when they were not here, and what a reviewer should look at. */
        get: operations["review_access"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/tenants/{tenantId}/impersonate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look into a tenant for at most an hour, only to read; with a lead, break the glass for that one lead. */
        post: operations["impersonate_tenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/impersonation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave the tenant that you look into. */
        delete: operations["leave_tenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of the installation looked into this tenant, and why, newest first. */
        get: operations["list_access_grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Show a guest out, at once. */
        delete: operations["end_access_grant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-grants/{grantId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether an entry was in order. */
        post: operations["review_access_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles of the tenant’s own. */
        get: operations["list_roles"];
        put?: never;
        /** Make a role that has less than the role it is made of. */
        post: operations["create_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/base": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles of the product with everything that each may: what own roles are made of. */
        get: operations["list_base_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the name and the permissions of a role; counts at once for whoever has it. */
        put: operations["update_role"];
        post?: never;
        /** Delete a role that nobody has. */
        delete: operations["delete_role"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where people of each role may come from; a role that is not there may from anywhere. */
        get: operations["list_sign_in_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-rules/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the networks that people of a role may come from; an empty list lifts the rule. Counts at once. */
        put: operations["set_sign_in_rule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of all tenants. */
        get: operations["list_all_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/tenants/{tenantId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of one tenant. */
        get: operations["list_tenant_users"];
        put?: never;
        /** Invite the first owner of a tenant. */
        post: operations["create_tenant_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/tenants/{tenantId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person of a tenant. */
        get: operations["get_tenant_user"];
        /** Rename an account of a tenant, or switch it on or off. What it may do is the tenant’s to say. */
        put: operations["update_tenant_user"];
        post?: never;
        /** Switch an account of a tenant off: its sessions and keys end at once. */
        delete: operations["delete_tenant_user"];
        options?: never;
        head?: never;
        /** Switch an account of a tenant on or off. */
        patch: operations["patch_tenant_user"];
        trace?: never;
    };
    "/api/superadmin/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Switch an account of any tenant on or off. */
        patch: operations["patch_user"];
        trace?: never;
    };
    "/api/superadmin/users/{userId}/login-activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries to sign in to an account, newest first. */
        get: operations["get_user_login_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, newest first, never their secrets: of the tenant, or of the buyer or partner that calls. */
        get: operations["list_api_keys"];
        put?: never;
        /** Make an API key: of a buyer, a partner or a campaign by its id, else of the tenant. The key is shown once. Without scopes it has every one of its kind but admin and admin_billing. */
        post: operations["create_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One API key; never its secret. */
        get: operations["get_api_key"];
        put?: never;
        post?: never;
        /** Revoke an API key for good, with the keys of its kind that were made with it. */
        delete: operations["revoke_api_key"];
        options?: never;
        head?: never;
        /** Change an API key, or revoke it for good. Its scopes can only become fewer. */
        patch: operations["update_api_key"];
        trace?: never;
    };
    "/api/v1/auth/api-keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the successor of an API key, which is shown once; the old key goes on for some hours. */
        post: operations["rotate_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys of the calling buyer, for staff those of every buyer. */
        get: operations["list_buyer_api_keys"];
        put?: never;
        /** Make an API key of the calling buyer, or for staff of the buyer it names; it is shown once. */
        post: operations["create_buyer_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/api-keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the successor of an API key of a buyer, shown once; the old key goes on for some hours. */
        post: operations["rotate_buyer_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key of a buyer, with those that were made with it. */
        delete: operations["revoke_buyer_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys of the calling partner, for staff those of every partner. */
        get: operations["list_partner_api_keys"];
        put?: never;
        /** Make an API key of the calling partner, or for staff of the partner it names; it is shown once. */
        post: operations["create_partner_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/api-keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the successor of an API key of a partner, shown once; the old key goes on for some hours. */
        post: operations["rotate_partner_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key of a partner, with those that were made with it. */
        delete: operations["revoke_partner_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/field-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of each role that reads leads, the tenant’s own too, the fields that are hidden from it or masked. */
        get: operations["get_field_access"];
        /** Replace all rules of one role. They count at once. */
        put: operations["replace_field_access"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked for, and what became of it, newest first. */
        get: operations["list_approvals"];
        put?: never;
        /** Ask for something that takes two people. Another one decides within a day. */
        post: operations["request_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approvalId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or decline what somebody else asked for. */
        post: operations["decide_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of the audit trail, newest first. */
        get: operations["list_audit_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event of the audit trail. */
        get: operations["get_audit_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppression": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts that nobody may contact or buy, newest first; masked, as no contact is kept in clear. */
        get: operations["list_suppression_entries"];
        put?: never;
        /** List an e-mail address or a phone number, or the hash of one, for everybody, a buyer or a vertical. */
        post: operations["add_suppression_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppression/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List up to 5,000 lines at once, plain or hashed; says of each line that it refused why. Repeatable. */
        post: operations["import_suppression_entries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppression/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether an e-mail address or a phone number is listed, plain or hashed, and where. */
        post: operations["check_suppression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppression/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an entry off the list. Whoever asked to be on it may be contacted again. */
        delete: operations["remove_suppression_entry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The suppression list under its other name. */
        get: operations["list_compliance"];
        put?: never;
        /** List a contact, under the other name of the list. */
        post: operations["create_compliance_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compliance/opt-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opt out, for anybody: the contact is on the suppression list at once. Does not tell who is known. */
        post: operations["opt_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenants of the installation, newest first. */
        get: operations["list_tenants"];
        put?: never;
        /** Make a tenant, with nobody in it: invite its first owner next. */
        post: operations["create_tenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/tenants/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One tenant: what it is, and nothing of what is in it. */
        get: operations["get_tenant"];
        /** Change the given fields of a tenant. One that is not active is shut at once, to people and to keys. */
        put: operations["update_tenant"];
        post?: never;
        /** Shut a tenant, to people and to keys; its records stay. */
        delete: operations["delete_tenant"];
        options?: never;
        head?: never;
        /** Change the given fields of a tenant. One that is not active is shut at once, to people and to keys. */
        patch: operations["patch_tenant"];
        trace?: never;
    };
    "/api/superadmin/tenants/{tenantId}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many leads, buyers, partners and people a tenant has; no row of them. */
        get: operations["get_tenant_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/tenants/{tenantId}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Switch one flag of a tenant, or several; others stay. */
        patch: operations["update_tenant_features"];
        trace?: never;
    };
    "/api/superadmin/tenants/{tenantId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let in a tenant that signed up and waits. */
        post: operations["approve_tenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/tenants/{tenantId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn away a tenant that signed up and waits. */
        post: operations["reject_tenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization of the caller: the one there is for it. */
        get: operations["list_organizations"];
        put?: never;
        /** Make a tenant, with nobody in it: invite its first owner next. */
        post: operations["create_organization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/organizations/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization of the caller. */
        get: operations["get_organization"];
        /** Change the name, settings and flags of the own organization; settings and flags merge. */
        put: operations["update_organization"];
        post?: never;
        /** Shut a tenant, to people and to keys; its records stay. */
        delete: operations["delete_organization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/organizations/{tenantId}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Switch one flag of the own organization, or several; others stay. */
        patch: operations["toggle_organization_feature"];
        trace?: never;
    };
    "/api/admin/tenant-features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The flags of the own organization. */
        get: operations["get_tenant_features"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/logos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say where the logo stands: its https address. Files are not taken here. */
        post: operations["upload_logo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signup/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether anybody may sign up here, and on which terms. */
        get: operations["get_signup_config"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signup/check-slug": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a slug is free. Only where strangers may sign up. */
        get: operations["check_slug_availability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a tenant of your own, with yourself as its owner. It may have to wait for approval. */
        post: operations["signup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of a category, or the one of a key. */
        get: operations["get_settings"];
        /** Keep settings of a category; others stay as they are, and null takes one away. */
        put: operations["update_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of integrations. */
        get: operations["get_integration_settings"];
        /** Keep settings of integrations; others stay as they are, and null takes one away. */
        put: operations["update_integration_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Host names of the tenant, newest first. */
        get: operations["list_domains"];
        put?: never;
        /** Add a host name. */
        post: operations["add_domain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/domains/{domainId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a host name. */
        delete: operations["remove_domain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The system lists, newest first. */
        get: operations["list_system_lists"];
        put?: never;
        /** Make a system list. */
        post: operations["create_system_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/lists/{systemListId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One system list. */
        get: operations["get_system_list"];
        /** Change the given fields of a system list. */
        put: operations["update_system_list"];
        post?: never;
        /** Delete a system list that nothing uses. */
        delete: operations["delete_system_list"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/signup-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signup questions, newest first. */
        get: operations["list_signup_questions"];
        put?: never;
        /** Make a signup question. */
        post: operations["create_signup_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/signup-questions/{signupQuestionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One signup question. */
        get: operations["get_signup_question"];
        /** Change the given fields of a signup question. */
        put: operations["update_signup_question"];
        post?: never;
        /** Delete a signup question that nothing uses. */
        delete: operations["delete_signup_question"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/tax-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tax rates, newest first. */
        get: operations["list_tax_rates"];
        put?: never;
        /** Make a tax rate. */
        post: operations["create_tax_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/tax-rates/{taxRateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One tax rate. */
        get: operations["get_tax_rate"];
        /** Change the given fields of a tax rate. */
        put: operations["update_tax_rate"];
        post?: never;
        /** Delete a tax rate that nothing uses. */
        delete: operations["delete_tax_rate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/smtp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The smtp accounts, newest first. */
        get: operations["list_smtp_accounts"];
        put?: never;
        /** Make a smtp account. */
        post: operations["create_smtp_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/smtp/{smtpAccountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One smtp account. */
        get: operations["get_smtp_account"];
        /** Change the given fields of a smtp account. */
        put: operations["update_smtp_account"];
        post?: never;
        /** Delete a smtp account that nothing uses. */
        delete: operations["delete_smtp_account"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills/partner-integration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a partner sends leads, with an example to run. */
        get: operations["partner_integration_skill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills/setup-vertical-campaign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a vertical is brought into service, from its fields to its first lead. */
        get: operations["setup_vertical_campaign_skill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who calls, and what is open to them. */
        get: operations["get_partner_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which buyer calls, and what is open to it. */
        get: operations["get_buyer_identity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calling partner, and what it wants to be told of. */
        get: operations["get_partner_settings"];
        /** Choose what the calling partner wants to be told of. */
        put: operations["update_partner_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set one status for up to 100 offers, partners, buyers, contracts or campaigns: all of them or none. */
        post: operations["bulk_status_update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/superadmin/settings/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether and how strangers may sign up. */
        get: operations["get_signup_settings"];
        /** Change whether and how strangers may sign up. */
        put: operations["update_signup_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verticals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The verticals, newest first. */
        get: operations["list_verticals"];
        put?: never;
        /** Make a vertical. */
        post: operations["create_vertical"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verticals/{verticalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One vertical. */
        get: operations["get_vertical"];
        put?: never;
        post?: never;
        /** Delete a vertical that nothing uses. */
        delete: operations["delete_vertical"];
        options?: never;
        head?: never;
        /** Change the given fields of a vertical. */
        patch: operations["update_vertical"];
        trace?: never;
    };
    "/api/v1/verticals/{verticalId}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every field that leads of the vertical have: the global ones, then its own. */
        get: operations["list_vertical_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verticals/{verticalId}/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields that the vertical adds. */
        get: operations["list_vertical_custom_fields"];
        put?: never;
        /** Add a field to the vertical; without a phiClass it counts as health data. */
        post: operations["create_vertical_custom_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verticals/{verticalId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents of the vertical: none, as no call takes any yet. */
        get: operations["list_vertical_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verticals/{verticalId}/custom-fields/{fieldId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a field of the vertical that no contract, rule or look for duplicates goes by. */
        delete: operations["delete_vertical_custom_field"];
        options?: never;
        head?: never;
        /** Change a field of the vertical; its name, type and class only while no lead can hold it. */
        patch: operations["update_vertical_custom_field"];
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/custom-fields/{fieldId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a field of the campaign that no contract, rule or look for duplicates goes by. */
        delete: operations["delete_campaign_custom_field"];
        options?: never;
        head?: never;
        /** Change a field of the campaign; its name, type and class only while no lead can hold it. */
        patch: operations["update_campaign_custom_field"];
        trace?: never;
    };
    "/api/admin/vertical-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The vertical groups, newest first. */
        get: operations["list_vertical_groups"];
        put?: never;
        /** Make a vertical group. */
        post: operations["create_vertical_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/vertical-groups/{verticalGroupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One vertical group. */
        get: operations["get_vertical_group"];
        /** Change the given fields of a vertical group. */
        put: operations["update_vertical_group"];
        post?: never;
        /** Delete a vertical group that nothing uses. */
        delete: operations["delete_vertical_group"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/vertical-groups/{verticalGroupId}/verticals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make these verticals, and no others, those of the group; a vertical is of one group at most. */
        put: operations["update_vertical_group_verticals"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The partners, newest first. */
        get: operations["list_partners"];
        put?: never;
        /** Make a partner. */
        post: operations["create_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One partner. */
        get: operations["get_partner"];
        put?: never;
        post?: never;
        /** Delete a partner that nothing uses. */
        delete: operations["delete_partner"];
        options?: never;
        head?: never;
        /** Change the given fields of a partner. */
        patch: operations["update_partner"];
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The campaigns, newest first. */
        get: operations["list_campaigns"];
        put?: never;
        /** Make a campaign. */
        post: operations["create_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign. */
        get: operations["get_campaign"];
        put?: never;
        post?: never;
        /** Delete a campaign that nothing uses. */
        delete: operations["delete_campaign"];
        options?: never;
        head?: never;
        /** Change the given fields of a campaign. */
        patch: operations["update_campaign"];
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every field that leads of the campaign have: global, of the vertical, of the campaign. */
        get: operations["list_campaign_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a field to the leads of this campaign alone; without a phiClass it counts as health data. */
        post: operations["create_campaign_custom_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/posting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to post to the campaign: address, fields and a sample; the key itself is shown only when it is made. */
        get: operations["get_campaign_posting_instructions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The campaigns of the calling partner. */
        get: operations["list_partner_campaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/campaigns/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the campaigns of the calling partner changed since it last looked: then the hash is another. */
        get: operations["get_partner_campaign_sync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign of the calling partner, with its posting instructions. */
        get: operations["get_partner_campaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/test-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post a test lead to the campaign: the answer is that of a submit, and no buyer gets anything. */
        post: operations["test_post_to_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads, newest first; a buyer sees those it bought, a partner those it sent. */
        get: operations["list_leads"];
        put?: never;
        /** Enter a lead for a campaign: it is routed at once, like one that was posted. */
        post: operations["create_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/campaigns/{id}/specs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to post to a campaign, for whoever has its link. No key, and nothing beyond what posting needs. */
        get: operations["get_public_campaign_specs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/campaigns/{id}/spec-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the public posting instructions of a campaign a new link. The old one opens nothing from now on. */
        post: operations["regenerate_spec_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/campaigns/{id}/setup-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setup links of a campaign, newest first; never their tokens. */
        get: operations["list_campaign_setup_tokens"];
        put?: never;
        /** A link that opens the posting instructions once, within 72 hours. Its token is shown now and never again. */
        post: operations["create_campaign_setup_token"];
        /** End a setup link: it opens nothing from now on. */
        delete: operations["revoke_campaign_setup_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/setup/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to post to a campaign, for whoever has its setup link. Reading it uses the link up. No key is in it. */
        get: operations["use_campaign_setup_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocked-ips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The blocked ips, newest first. */
        get: operations["list_blocked_ips"];
        put?: never;
        /** Make a blocked ip. */
        post: operations["create_blocked_ip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocked-ips/{blockedIpId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One blocked ip. */
        get: operations["get_blocked_ip"];
        put?: never;
        post?: never;
        /** Delete a blocked ip that nothing uses. */
        delete: operations["delete_blocked_ip"];
        options?: never;
        head?: never;
        /** Change the given fields of a blocked ip. */
        patch: operations["update_blocked_ip"];
        trace?: never;
    };
    "/api/v1/blocked-callerids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The blocked caller ids, newest first. */
        get: operations["list_blocked_caller_ids"];
        put?: never;
        /** Make a blocked caller id. */
        post: operations["create_blocked_caller_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocked-callerids/{blockedCallerIdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One blocked caller id. */
        get: operations["get_blocked_caller_id"];
        put?: never;
        post?: never;
        /** Delete a blocked caller id that nothing uses. */
        delete: operations["delete_blocked_caller_id"];
        options?: never;
        head?: never;
        /** Change the given fields of a blocked caller id. */
        patch: operations["update_blocked_caller_id"];
        trace?: never;
    };
    "/api/v1/blocked-referrers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The blocked referrers, newest first. */
        get: operations["list_blocked_referrers"];
        put?: never;
        /** Make a blocked referrer. */
        post: operations["create_blocked_referrer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocked-referrers/{blockedReferrerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One blocked referrer. */
        get: operations["get_blocked_referrer"];
        put?: never;
        post?: never;
        /** Delete a blocked referrer that nothing uses. */
        delete: operations["delete_blocked_referrer"];
        options?: never;
        head?: never;
        /** Change the given fields of a blocked referrer. */
        patch: operations["update_blocked_referrer"];
        trace?: never;
    };
    "/api/v1/check-vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The check vendors, newest first. */
        get: operations["list_check_vendors"];
        put?: never;
        /** Make a check vendor. */
        post: operations["create_check_vendor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-vendors/{checkVendorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One check vendor. */
        get: operations["get_check_vendor"];
        put?: never;
        post?: never;
        /** Delete a check vendor that nothing uses. */
        delete: operations["delete_check_vendor"];
        options?: never;
        head?: never;
        /** Change the given fields of a check vendor. */
        patch: operations["update_check_vendor"];
        trace?: never;
    };
    "/api/v1/check-vendors/{checkVendorId}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a vendor about a number or an address of nobody. Nothing of a lead is sent, and nothing is kept. */
        post: operations["try_check_vendor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The vendors that are asked about leads of the campaign before they are routed, in their order. */
        get: operations["get_campaign_checks"];
        /** Make these, and no others, the vendors that are asked about leads of the campaign. */
        put: operations["replace_campaign_checks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What outside services said of the lead before it was routed, and when they were asked. */
        get: operations["list_lead_checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/check-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What outside services said, newest first: also of posts that were refused for it. */
        get: operations["list_check_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buyers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The buyers, newest first. */
        get: operations["list_buyers"];
        put?: never;
        /** Make a buyer. */
        post: operations["create_buyer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buyers/{buyerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One buyer. */
        get: operations["get_buyer"];
        put?: never;
        post?: never;
        /** Delete a buyer that nothing uses. */
        delete: operations["delete_buyer"];
        options?: never;
        head?: never;
        /** Change the given fields of a buyer. */
        patch: operations["update_buyer"];
        trace?: never;
    };
    "/api/v1/buyers/{buyerId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the status of a buyer. */
        put: operations["update_buyer_status"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set the status of a buyer. */
        patch: operations["patch_buyer_status"];
        trace?: never;
    };
    "/api/v1/buyers/{buyerId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the buyer owes, by the ledger, against its credit limit. */
        get: operations["get_buyer_balance"];
        put?: never;
        /** Book a payment, a fee or an adjustment upon what a buyer owes; under one Idempotency-Key once. */
        post: operations["adjust_buyer_balance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buyers/{buyerId}/balance/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, fees and adjustments that were booked upon a buyer, newest first. */
        get: operations["list_buyer_adjustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contracts, newest first. */
        get: operations["list_contracts"];
        put?: never;
        /** Make a contract. */
        post: operations["create_contract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contractId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contract. */
        get: operations["get_contract"];
        put?: never;
        post?: never;
        /** Delete a contract that nothing uses. */
        delete: operations["delete_contract"];
        options?: never;
        head?: never;
        /** Change the given fields of a contract. */
        patch: operations["update_contract"];
        trace?: never;
    };
    "/api/v1/contracts/{contractId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the status of a contract. */
        put: operations["update_contract_status"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set the status of a contract. */
        patch: operations["patch_contract_status"];
        trace?: never;
    };
    "/api/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offers, newest first. */
        get: operations["list_offers"];
        put?: never;
        /** Make a offer. */
        post: operations["create_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One offer. */
        get: operations["get_offer"];
        put?: never;
        post?: never;
        /** Delete a offer that nothing uses. */
        delete: operations["delete_offer"];
        options?: never;
        head?: never;
        /** Change the given fields of a offer. */
        patch: operations["update_offer"];
        trace?: never;
    };
    "/api/v1/offers/{offerId}/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns of an offer, newest first. */
        get: operations["list_offer_campaigns"];
        put?: never;
        /** Let a campaign send into an offer. */
        post: operations["link_campaign_to_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offerId}/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a campaign off an offer; it is in setup then. */
        delete: operations["unlink_campaign_from_offer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offerId}/cascade-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The campaigns that this offer switched off, and that nobody changed since. */
        get: operations["get_offer_cascade_status"];
        put?: never;
        /** Pause the campaigns of an offer that take leads, or switch on again those that it paused. */
        post: operations["cascade_offer_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offerId}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts of an offer, newest link first. */
        get: operations["list_offer_contracts"];
        /** Set the order in which an offer asks its contracts, as priorities for this offer alone. */
        put: operations["order_offer_contracts"];
        /** Let an offer sell to a contract. */
        post: operations["link_contract_to_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offerId}/contracts/{contractId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a contract off an offer. */
        delete: operations["unlink_contract_from_offer"];
        options?: never;
        head?: never;
        /** Set priority and weight that count for this offer only; null takes them back to the contract's own. */
        patch: operations["update_offer_contract_link"];
        trace?: never;
    };
    "/api/admin/offers/{offerId}/filter-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields that filters of contracts of this offer may ask about, with the values that they may have. */
        get: operations["get_offer_filter_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offerId}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the offer can sell a lead now, by the rules of a decision, and what to do if not. */
        get: operations["get_offer_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many contracts can get leads now, but for archived ones, and what is in the way of the rest. */
        get: operations["get_contracts_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contractId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a contract and its buyer have used of caps, packs and credit, and the cap that keeps the next lead away. */
        get: operations["get_contract_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buyers/{buyerId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a buyer has used of its caps over all contracts, and of its credit. */
        get: operations["get_buyer_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many leads a campaign has had of its caps. */
        get: operations["get_campaign_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public offers, active or paused, that the calling partner has no campaign on, by name. */
        get: operations["list_partner_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One public offer, active or paused: what it asks of leads, and whether the partner may ask for it. */
        get: operations["get_partner_offer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/offers/{id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the leads that the calling partner sent into an offer, without tests. Days are those of the organization. The offer is a public one, or one that the partner has a campaign on. */
        get: operations["get_partner_offer_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/offers/{id}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a public, active offer; 409 for who has a campaign on it, has asked already, or asks too soon. */
        post: operations["request_offer_enrollment"];
        /** Withdraw the request for an offer that waits. */
        delete: operations["withdraw_offer_enrollment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offer-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What partners asked for, newest first. */
        get: operations["list_offer_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offer-requests/{requestId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a request: the partner gets a campaign on the offer, in testing, with a posting key. 409 for one that does not wait, and for an offer that is private or closed meanwhile. */
        post: operations["approve_offer_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offer-requests/{requestId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a request, and tell the partner why. 409 for one that does not wait. */
        post: operations["decline_offer_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ping-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pings and what was quoted, newest first. */
        get: operations["list_ping_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ping-log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ping, and what each buyer said to it. */
        get: operations["get_ping_log_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/ping-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The partner's pings and what was quoted, newest first. */
        get: operations["list_partner_ping_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/ping-log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ping of the partner, and what was quoted. */
        get: operations["get_partner_ping_log_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post a lead: it is routed at once, and the answer says whether it was sold. */
        post: operations["submit_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask what a lead would bring, by fields that tell nobody who it is. The quote is good until it expires. */
        post: operations["ping_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sell a lead at the quote of a ping: to buyers of the quote only, and at its prices. */
        post: operations["post_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads as they come and change: events `leads` with the newest 50 first, `skipped` where a reader was too slow or away too long, `end` with a reason. No personal data. Last-Event-ID goes on where another feed ended. */
        get: operations["follow_leads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads as their partner sees them, newest first: what it earns, and nothing of buyers. */
        get: operations["list_partner_leads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leads with exactly this e-mail address, phone number or id, newest first: the first 100. */
        post: operations["find_leads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lead with the fields that the caller may see. */
        get: operations["get_lead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct name, e-mail or phone of a lead. Buyers keep what they got; the lead is found by what is right. */
        patch: operations["update_lead"];
        trace?: never;
    };
    "/api/partner/leads/{leadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lead as its partner sees it: what it earns, and nothing of buyers. */
        get: operations["get_partner_lead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a lead has come; open to the posting key that sent it. */
        get: operations["get_lead_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/distributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The waterfall: every contract considered, and why it won or lost. */
        get: operations["list_lead_distributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the decision upon a lead again from its record, tell it in words, and say whether it is the same. */
        post: operations["explain_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/would-sell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a lead would sell now, contract by contract. Nothing is kept, counted or delivered. */
        post: operations["try_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offerId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What past leads would have brought under drafts. Nothing is kept, counted or delivered. */
        post: operations["replay_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show masked fields of one lead in clear, for a reason. It stands in the trail. */
        post: operations["reveal_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked behind the masks of which lead, at which fields, and why; newest first. */
        get: operations["list_reveals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leads as CSV, newest first, with the fields that you may see. It takes an approved approval, each time. */
        post: operations["export_leads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your files of leads, newest first, with how far they are. */
        get: operations["list_exports"];
        put?: never;
        /** Make a file of leads in the background, with an approved approval of these filters. Kept for a day. */
        post: operations["create_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your files of leads as their making goes on: events `exports`, first with your newest 50, then with each that changed, with none after 10 s of nothing; `end` once none is being made. */
        get: operations["follow_exports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a file of yours is. */
        get: operations["get_export"];
        put?: never;
        post?: never;
        /** Stop the making of a file of yours, or take the file away before its day is over. */
        delete: operations["delete_export"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{exportId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finished file of yours, as often as you like while it is kept; each time stands in the trail. */
        get: operations["get_export_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/posting-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts and their answers, newest first. */
        get: operations["list_posting_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/posting-log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post and its answer. */
        get: operations["get_posting_log_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/posting-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts and their answers, newest first. */
        get: operations["list_partner_posting_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/posting-log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post and its answer. */
        get: operations["get_partner_posting_log_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/posting-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Always refused: what partners post is not shown to buyers. It says where their deliveries are. */
        get: operations["get_buyer_posting_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/posting-log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Always refused: what partners post is not shown to buyers. It says where their deliveries are. */
        get: operations["get_buyer_posting_log_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/preview-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many of the leads of a vertical in the last seven days would pass these filters. */
        post: operations["preview_contract_filters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contractId}/considered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of today's leads a contract was asked for, how many it got, and why not the others. */
        get: operations["get_contract_considered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/shadow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of a campaign in shadow: how many agree with the answers they brought, and those that differ. */
        get: operations["get_campaign_shadow_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/vertical-groups/{verticalGroupId}/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may become of leads of the group, as codes in their order. */
        get: operations["list_vertical_group_dispositions"];
        put?: never;
        /** Add a code to the group. Without a slug, it gets one of its label. */
        post: operations["create_vertical_group_disposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/vertical-groups/{verticalGroupId}/dispositions/{dispId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the given fields of a code. What was said before keeps the label it had. */
        put: operations["update_vertical_group_disposition"];
        post?: never;
        /** Delete a code that no contract has a word for. What was said before stays. */
        delete: operations["delete_vertical_group_disposition"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/vertical-groups/{verticalGroupId}/dispositions/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy the codes of another group; slugs that are there already stay as they are. */
        post: operations["clone_vertical_group_dispositions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/vertical-groups/{verticalGroupId}/dispositions/reorder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say where codes of the group stand in its list. */
        put: operations["reorder_vertical_group_dispositions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/contracts/{contractId}/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the buyer of a contract calls codes, and what every word means under it. */
        get: operations["get_contract_dispositions"];
        /** Change the given fields of a word of the contract, named by id in the body or overrideId in the query. */
        put: operations["update_contract_disposition"];
        /** Say what the buyer of the contract calls a code, and whether it gives the lead back. */
        post: operations["create_contract_disposition"];
        /** Delete a word of the contract, named by overrideId in the query or id in the body. */
        delete: operations["delete_contract_disposition"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/contracts/{contractId}/dispositions/populate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy the active codes of the group of the contract's vertical; words that are there stay as they are. */
        post: operations["populate_contract_dispositions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/cherry-pick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sell a lead to a contract by hand. All is checked but the order; caps and credit always. */
        post: operations["cherry_pick_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/distribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Route a lead again now, by the offer that its campaign has now, to all contracts or some. */
        post: operations["distribute_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a sold lead: its money, caps and credit go back, once. A buyer within its window, staff any time. */
        post: operations["return_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/scrub": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a lead back from all its buyers, for good: it is not sold any more. */
        post: operations["scrub_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/adjust-payout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the price of one sale after the fact: the difference is booked, and the payout follows a share. */
        post: operations["adjust_lead_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Scrub, reprice or sell up to 100 leads by hand: one by one, each with its own result. */
        post: operations["bulk_lead_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes beside a lead, newest first; their text only for who sees personal data in clear. */
        get: operations["list_lead_notes"];
        put?: never;
        /** Write a note beside a lead. It is kept sealed, and never shown to buyers and partners. */
        post: operations["add_lead_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that buyers said of a lead, newest first; a buyer sees its own words alone. */
        get: operations["list_lead_dispositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/crm-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a lead stands with each of its buyers: what was said last. */
        get: operations["get_lead_crm_statuses"];
        /** Say where a lead stands with its buyer. A code that its contract takes for a return returns it. */
        put: operations["update_lead_crm_status"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/postback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a buyer says became of a sale, for systems that only call an address. Needs a key of the buyer. */
        get: operations["handle_postback"];
        put?: never;
        /** What a buyer says became of a sale, for systems that only call an address. Needs a key of the buyer. */
        post: operations["handle_postback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, those who came last first; each with all its leads, and named by the newest. */
        get: operations["list_people"];
        put?: never;
        /** Write down a person before a lead of theirs comes; later leads by the e-mail, or the phone, are theirs. */
        post: operations["create_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/by-vertical": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People with a lead of this vertical, those who came last first. */
        get: operations["list_people_by_vertical"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People with a lead of exactly this e-mail address or phone number, or the one of this id. */
        post: operations["find_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person, named by the newest lead; of one that was merged, into whom. */
        get: operations["get_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Tag a person, or hide it from lists. What identifies it stands in its leads, and is not changed here. */
        patch: operations["update_person"];
        trace?: never;
    };
    "/api/v1/people/{personId}/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The leads of a person, newest first. */
        get: operations["list_person_leads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom leads of the person were sold, newest first: the first 500. */
        get: operations["list_person_sales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with a person, newest first: leads, sales, returns, notes and merges. */
        get: operations["get_person_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes beside the leads of a person, newest first; their text only for who sees all in clear. */
        get: operations["list_person_notes"];
        put?: never;
        /** Write a note of a person: it stands beside the newest lead, sealed, and is erased with it. */
        post: operations["add_person_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who might be the same human: people with a lead of the same phone number. Families share phones. */
        get: operations["get_person_merge_suggestions"];
        put?: never;
        /** Make two people one: the one in the path stays, leads and sales of the other move to it. For good. */
        post: operations["merge_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of leads that the buyer bought, who came last first. */
        get: operations["list_buyer_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person of leads that the buyer bought, with those leads: the newest 200. */
        get: operations["get_buyer_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of leads that the partner sent, who came last first. */
        get: operations["list_partner_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person of leads that the partner sent, with those leads: the newest 200. */
        get: operations["get_partner_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/people/{personId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads of a person that the partner sent within 90 days, newest first. */
        get: operations["get_partner_person_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/people/{personId}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Into which offers the partner sent leads of a person, the latest first. */
        get: operations["list_partner_person_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/people/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find or make the people of leads that are older than people are, the oldest first. */
        get: operations["backfill_person_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions, newest first: campaign, step, state and lead. What was answered in them is not shown. */
        get: operations["list_lead_sessions"];
        put?: never;
        /** Begin a lead that a form brings together step by step. Kept for 24 hours. */
        post: operations["create_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{sessionKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a session is, and what was answered so far. */
        get: operations["get_lead_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Go on with a session: fields take the place of those sent before. Nothing is checked yet. */
        patch: operations["update_lead_session"];
        trace?: never;
    };
    "/api/v1/sessions/{sessionKey}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a lead of a session: checked and routed as a post is. A repeat gets the first answer. */
        post: operations["submit_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{sessionKey}/coreg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another lead of a submitted session, of a campaign of the same partner, linked to the first. */
        post: operations["create_coreg_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of leads, newest first, with how far they are. */
        get: operations["list_lead_imports"];
        put?: never;
        /** Begin to bring in a CSV file of leads of a campaign. Its file is kept until it is read, at most 7 days. */
        post: operations["create_lead_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports as their rows are read: events `imports`, first with the newest 50, then with each that changed, with none after 10 s of nothing; `end` once none runs. */
        get: operations["follow_lead_imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is. */
        get: operations["get_lead_import"];
        put?: never;
        post?: never;
        /** Stop an import for good and take its file away. Leads that were made of it stay. */
        delete: operations["cancel_lead_import"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/pieces/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Send a piece of the file, cut wherever you like. Under the same number it takes the place of the first. */
        put: operations["put_lead_import_piece"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that all pieces were sent. The file is read once to its end; one that is no CSV is told so here. */
        post: operations["finish_lead_import_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The columns of the file by the names in its first line, and the fields that they may be. */
        get: operations["list_lead_import_columns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first lines of a file that you sent, in clear, while its columns are mapped. It stands in the trail. */
        get: operations["preview_lead_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which field each column is, and let the rows become leads in the background. */
        post: operations["start_lead_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an import stand still. Rows that are being read become leads yet, the others wait. */
        post: operations["pause_lead_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a paused import behind its last row, from now on in your name. */
        post: operations["resume_lead_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the rows of a file, in their order: the lead, or why there is none. */
        get: operations["list_lead_import_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{importId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of all rows so far, as CSV: numbers, codes, fields and ids, never a value. */
        get: operations["get_lead_import_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delivery attempts and what came of them, newest first. */
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delivery attempts and what came of them, newest first. */
        get: operations["list_buyer_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buyers/{buyerId}/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads that a buyer has bought in advance, newest first, with what is left of them. */
        get: operations["list_buyer_packs"];
        put?: never;
        /** Sell a buyer leads in advance, which it owes at once; under one Idempotency-Key once. */
        post: operations["sell_buyer_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buyers/{buyerId}/packs/{packId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a pack: its buyer gets no more leads of it, and gets back the price of what is left, or not. */
        post: operations["close_buyer_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales/{saleId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of an uncertain sale, after asking the buyer: it settles, or goes to the next contract. */
        post: operations["resolve_sale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What today, or another day, brought: leads, sales, money and latencies, hour by hour. In a tenant of many leads an answer is given again for up to 30 seconds; `asOf` says of when it is. */
        get: operations["get_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buyer/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What today, or another day, brought to the buyer who asks. */
        get: operations["get_buyer_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What today, or another day, brought to the partner who asks. */
        get: operations["get_partner_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What awaits you and has a next step, newest first. No personal data. */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: {
        /** @description Refused or failed. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: {
                        /** @description Stable, for programs. */
                        code: string;
                        /** @description For people. Holds no personal data. */
                        message: string;
                        details: {
                            fields?: {
                                field: string;
                                rule: string;
                                message: string;
                            }[];
                        };
                        requestId: string;
                    };
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_current_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string | null;
                            role: string;
                            tenantId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            buyerId: string | null;
                            partnerId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            contactId: string | null;
                            /** @enum {unknown} */
                            authType: "session" | "api_key";
                            permissions: string[];
                            guest: {
                                grantId: string;
                                /** @description ISO 8601. */
                                until: string;
                                leadId: string | null;
                            } | null;
                            organization: {
                                name: string;
                                slug: string;
                                /** @enum {unknown} */
                                kind: "operator" | "practice" | "installation";
                                /** @description IANA name; days and hours of the tenant are in it. */
                                timeZone: string;
                                isDemo: boolean;
                            } | null;
                            idleSeconds: number | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    health_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            ok: boolean;
                            tenant: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            method: string;
                            device: string;
                            ipAddress: string;
                            isCurrent: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            lastSeenAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    end_other_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_views: {
        parameters: {
            query?: {
                /** @description The page that it is a view of, such as leads. */
                page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            page: string;
                            name: string;
                            query: {
                                [key: string]: unknown;
                            };
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The page that it is a view of, such as leads. */
                    page: string;
                    name: string;
                    /** @description Filters and columns, at most 2000 characters as JSON. No value of a person. */
                    query: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            page: string;
                            name: string;
                            query: {
                                [key: string]: unknown;
                            };
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Filters and columns, at most 2000 characters as JSON. No value of a person. */
                    query?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            page: string;
                            name: string;
                            query: {
                                [key: string]: unknown;
                            };
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    /** @description The slug, for who has accounts in several. */
                    organization?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {unknown} */
                            status: "signed_in" | "second_factor_required" | "enrolment_required";
                            methods: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    show_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of an authenticator app. */
                    code?: string;
                    /** @description One of the recovery codes. */
                    recoveryCode?: string;
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {unknown} */
                            status: "signed_in" | "second_factor_required" | "enrolment_required";
                            methods: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    step_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of an authenticator app. */
                    code?: string;
                    /** @description One of the recovery codes. */
                    recoveryCode?: string;
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description For who has no second factor. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    offer_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            challenge: string;
                            rp: {
                                id: string;
                                name: string;
                            };
                            user: {
                                id: string;
                                name: string;
                                displayName: string;
                            };
                            pubKeyCredParams: {
                                alg: number;
                                type: string;
                            }[];
                            timeout: number;
                            attestation: string;
                            excludeCredentials: ({
                                id: string;
                                type: string;
                                transports?: string[];
                            } & {
                                [key: string]: unknown;
                            })[];
                            authenticatorSelection: {
                                residentKey: string;
                                requireResidentKey: boolean;
                                userVerification: string;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    add_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    passkey: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            transports?: string[];
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @description Shown once. */
                            recoveryCodes: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    remove_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    rename_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    offer_passkey_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            challenge: string;
                            rpId: string;
                            timeout: number;
                            userVerification: string;
                            allowCredentials?: ({
                                id: string;
                                type: string;
                                transports?: string[];
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    offer_passkey_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            challenge: string;
                            rpId: string;
                            timeout: number;
                            userVerification: string;
                            allowCredentials?: ({
                                id: string;
                                type: string;
                                transports?: string[];
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    sign_in_by_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    passkey: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {unknown} */
                            status: "signed_in" | "second_factor_required" | "enrolment_required";
                            methods: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            totp: boolean;
                            recoveryCodesLeft: number;
                            passkeys: {
                                id: string;
                                name: string;
                                /** @description ISO 8601. */
                                createdAt: string;
                                lastUsedAt: string | null;
                                blocked: boolean;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    offer_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            secret: string;
                            /** @description For the picture that an app scans. */
                            otpauthUrl: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    remove_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    confirm_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of an authenticator app. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /** @description Shown once. */
                            recoveryCodes: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /** @description Shown once. */
                            recoveryCodes: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    request_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    organization?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_setup_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            email: string;
                            role: string;
                            organization: string;
                            status: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    complete_setup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    firstName?: string | null;
                    lastName?: string | null;
                    /** @description Not available in this version. */
                    orgName?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {unknown} */
                            status: "signed_in" | "second_factor_required" | "enrolment_required";
                            methods: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_users: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                status?: "invited" | "active" | "inactive";
                role?: "superadmin" | "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
                search?: string;
                q?: string;
                /** @description A UUID. */
                buyerId?: string;
                /** @description A UUID. */
                partnerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    name?: string;
                    firstName?: string | null;
                    lastName?: string | null;
                    /** @enum {unknown} */
                    role: "superadmin" | "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                    buyerId?: string | null;
                    partnerId?: string | null;
                    password?: string;
                    readOnly?: boolean;
                    /** @description Without it, personal fields come masked. */
                    piiAccess?: boolean;
                    accessUntil?: string | null;
                    jobTitle?: string | null;
                    phone?: string | null;
                    workPhone?: string | null;
                    ext?: string | null;
                    isPartnerManager?: boolean;
                    isAccountManager?: boolean;
                    isSalesRep?: boolean;
                    notifications?: boolean;
                    newsletters?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                            /** @description Whether the invitation was taken by the mail server. If not, send it again. */
                            mailed: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string;
                    name?: string;
                    firstName?: string | null;
                    lastName?: string | null;
                    /** @enum {unknown} */
                    role?: "superadmin" | "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                    buyerId?: string | null;
                    partnerId?: string | null;
                    customRoleId?: string | null;
                    /** @enum {unknown} */
                    action?: "disable2FA" | "revokeAllSessions" | "ban" | "unban" | "setPassword" | "invite" | "withdrawInvitation";
                    password?: string;
                    readOnly?: boolean;
                    /** @description Without it, personal fields come masked. */
                    piiAccess?: boolean;
                    accessUntil?: string | null;
                    jobTitle?: string | null;
                    phone?: string | null;
                    workPhone?: string | null;
                    ext?: string | null;
                    isPartnerManager?: boolean;
                    isAccountManager?: boolean;
                    isSalesRep?: boolean;
                    notifications?: boolean;
                    newsletters?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                            /** @description After "invite": whether the mail server took it. If not, send it again. */
                            mailed?: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    firstName?: string | null;
                    lastName?: string | null;
                    /** @enum {unknown} */
                    entityType: "buyer" | "partner";
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    entityId: string;
                    password?: string;
                    phone?: string | null;
                    readOnly?: boolean;
                    /** @description Without it, personal fields come masked. */
                    piiAccess?: boolean;
                    accessUntil?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                            /** @description Whether the invitation was taken by the mail server. If not, send it again. */
                            mailed: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    firstName?: string | null;
                    lastName?: string | null;
                    email?: string;
                    jobTitle?: string | null;
                    phone?: string | null;
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    set_contact_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_colleagues: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            readOnly: boolean;
                            piiAccess: boolean;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    invite_colleague: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    firstName?: string | null;
                    lastName?: string | null;
                    readOnly?: boolean;
                    /** @description Only from somebody who has it. */
                    piiAccess?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            readOnly: boolean;
                            piiAccess: boolean;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            /** @description Whether the invitation was taken by the mail server. */
                            mailed: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reinvite_colleague: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            readOnly: boolean;
                            piiAccess: boolean;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            /** @description Whether the invitation was taken by the mail server. */
                            mailed: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    withdraw_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            readOnly: boolean;
                            piiAccess: boolean;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    remove_colleague: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            readOnly: boolean;
                            piiAccess: boolean;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    transfer_ownership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    targetUserId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_login_activity: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            userId: string;
                            browser: string | null;
                            success: boolean;
                            method: string;
                            reason: string | null;
                            ipAddress: string | null;
                            /** @description ISO 8601. */
                            timestamp: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_own_login_activity: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            userId: string;
                            browser: string | null;
                            success: boolean;
                            method: string;
                            reason: string | null;
                            ipAddress: string | null;
                            /** @description ISO 8601. */
                            timestamp: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    review_access: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                status?: "invited" | "active" | "inactive";
                role?: "superadmin" | "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
                search?: string;
                q?: string;
                /** @description A UUID. */
                buyerId?: string;
                /** @description A UUID. */
                partnerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            email: string;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            status: "invited" | "active" | "inactive";
                            buyerId: string | null;
                            partnerId: string | null;
                            customRoleId: string | null;
                            isOwner: boolean;
                            readOnly: boolean;
                            piiAccess: boolean;
                            accessUntil: string | null;
                            lastSignInAt: string | null;
                            /** @description Whether one is set up. */
                            secondFactor: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            invitationExpiresAt: string | null;
                            jobTitle: unknown;
                            phone: unknown;
                            workPhone: unknown;
                            ext: unknown;
                            isPartnerManager: unknown;
                            isAccountManager: unknown;
                            isSalesRep: unknown;
                            notifications: unknown;
                            newsletters: unknown;
                            daysSinceSignIn: number | null;
                            openSessions: number;
                            /** @description API keys that this person made and that still open something. */
                            openKeys: number;
                            concerns: string[];
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    impersonate_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; the tenant reads it. */
                    reason: string;
                    ticket?: string;
                    /** @description 30 unless given. */
                    minutes?: number;
                    /** @description The UUID, or the short id such as L-1001. */
                    leadId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            grantId: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    leave_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_access_grants: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description Who came in, by e-mail address. */
                            guest: string;
                            reason: string;
                            ticket: string | null;
                            leadId: string | null;
                            /** @enum {unknown} */
                            status: "open" | "over";
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            endedAt: string | null;
                            reviewedAt: string | null;
                            verdict: ("accepted" | "questioned") | null;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    end_access_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    review_access_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                grantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    verdict: "accepted" | "questioned";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description Who came in, by e-mail address. */
                            guest: string;
                            reason: string;
                            ticket: string | null;
                            leadId: string | null;
                            /** @enum {unknown} */
                            status: "open" | "over";
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            endedAt: string | null;
                            reviewedAt: string | null;
                            verdict: ("accepted" | "questioned") | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            baseRole: string;
                            permissions: string[];
                            people: number;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    baseRole: "superadmin" | "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
                    /** @description What is left of the base role. */
                    permissions: ("account:own" | "access-grants:read" | "access-grants:review" | "api-keys:manage" | "api-keys:own-buyer" | "api-keys:own-partner" | "approvals:decide" | "approvals:read" | "audit:read" | "blocked-lists:read" | "blocked-lists:write" | "buyer:self" | "buyers:read" | "buyers:write" | "caller:read" | "campaigns:read" | "campaigns:write" | "campaigns:share" | "checks:read" | "checks:write" | "colleagues:read" | "colleagues:write" | "contacts:read" | "contacts:write" | "contracts:read" | "contracts:write" | "decisions:read" | "deliveries:all" | "deliveries:own" | "dispositions:read" | "dispositions:write" | "field-access:read" | "field-access:write" | "leads:act" | "leads:create" | "leads:export" | "leads:feed" | "leads:import" | "leads:read" | "leads:return" | "leads:reveal" | "leads:status" | "leads:submit" | "lead-notes:read" | "lead-notes:write" | "lead-sessions:read" | "lead-sessions:use" | "leads:test" | "leads:try" | "offers:ask" | "offers:read" | "offers:write" | "organization:read" | "organization:write" | "partner:self" | "partner:settings" | "ownership:transfer" | "people:backfill" | "people:own-buyer" | "people:read" | "people:write" | "partners:read" | "partners:write" | "posting-log:all" | "posting-log:own" | "reports:read" | "reports:own-buyer" | "reports:own-partner" | "sales:resolve" | "settings:read" | "settings:signup" | "settings:write" | "skills:read" | "suppression:read" | "suppression:write" | "tenants:read" | "tenants:write" | "roles:read" | "roles:write" | "sign-in-rules:read" | "sign-in-rules:write" | "tenants:enter" | "tenants:leave" | "users:all" | "users:read" | "users:write" | "vertical-groups:read" | "verticals:read" | "verticals:write")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            baseRole: string;
                            permissions: string[];
                            people: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_base_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            roles: {
                                /** @enum {unknown} */
                                role: "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
                                /** @description Everything that the role may. */
                                permissions: ("account:own" | "access-grants:read" | "access-grants:review" | "api-keys:manage" | "api-keys:own-buyer" | "api-keys:own-partner" | "approvals:decide" | "approvals:read" | "audit:read" | "blocked-lists:read" | "blocked-lists:write" | "buyer:self" | "buyers:read" | "buyers:write" | "caller:read" | "campaigns:read" | "campaigns:write" | "campaigns:share" | "checks:read" | "checks:write" | "contacts:read" | "contacts:write" | "contracts:read" | "contracts:write" | "decisions:read" | "deliveries:all" | "deliveries:own" | "dispositions:read" | "dispositions:write" | "field-access:read" | "field-access:write" | "leads:act" | "leads:create" | "leads:export" | "leads:feed" | "leads:import" | "leads:read" | "leads:return" | "leads:reveal" | "leads:status" | "lead-notes:read" | "lead-notes:write" | "lead-sessions:read" | "lead-sessions:use" | "leads:test" | "leads:try" | "offers:read" | "offers:write" | "organization:read" | "organization:write" | "partner:self" | "ownership:transfer" | "people:backfill" | "people:read" | "people:write" | "partners:read" | "partners:write" | "posting-log:all" | "posting-log:own" | "reports:read" | "sales:resolve" | "settings:read" | "settings:write" | "skills:read" | "suppression:read" | "suppression:write" | "roles:read" | "roles:write" | "sign-in-rules:read" | "sign-in-rules:write" | "users:read" | "users:write" | "vertical-groups:read" | "verticals:read" | "verticals:write" | "colleagues:read" | "colleagues:write" | "people:own-buyer" | "reports:own-buyer" | "offers:ask" | "partner:settings" | "reports:own-partner")[];
                            }[];
                            /** @description What everybody keeps: it is about the own account. */
                            always: ("account:own" | "caller:read")[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    baseRole: "superadmin" | "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
                    /** @description What is left of the base role. */
                    permissions: ("account:own" | "access-grants:read" | "access-grants:review" | "api-keys:manage" | "api-keys:own-buyer" | "api-keys:own-partner" | "approvals:decide" | "approvals:read" | "audit:read" | "blocked-lists:read" | "blocked-lists:write" | "buyer:self" | "buyers:read" | "buyers:write" | "caller:read" | "campaigns:read" | "campaigns:write" | "campaigns:share" | "checks:read" | "checks:write" | "colleagues:read" | "colleagues:write" | "contacts:read" | "contacts:write" | "contracts:read" | "contracts:write" | "decisions:read" | "deliveries:all" | "deliveries:own" | "dispositions:read" | "dispositions:write" | "field-access:read" | "field-access:write" | "leads:act" | "leads:create" | "leads:export" | "leads:feed" | "leads:import" | "leads:read" | "leads:return" | "leads:reveal" | "leads:status" | "leads:submit" | "lead-notes:read" | "lead-notes:write" | "lead-sessions:read" | "lead-sessions:use" | "leads:test" | "leads:try" | "offers:ask" | "offers:read" | "offers:write" | "organization:read" | "organization:write" | "partner:self" | "partner:settings" | "ownership:transfer" | "people:backfill" | "people:own-buyer" | "people:read" | "people:write" | "partners:read" | "partners:write" | "posting-log:all" | "posting-log:own" | "reports:read" | "reports:own-buyer" | "reports:own-partner" | "sales:resolve" | "settings:read" | "settings:signup" | "settings:write" | "skills:read" | "suppression:read" | "suppression:write" | "tenants:read" | "tenants:write" | "roles:read" | "roles:write" | "sign-in-rules:read" | "sign-in-rules:write" | "tenants:enter" | "tenants:leave" | "users:all" | "users:read" | "users:write" | "vertical-groups:read" | "verticals:read" | "verticals:write")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            baseRole: string;
                            permissions: string[];
                            people: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_sign_in_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            role: string;
                            allowedCidrs: string[];
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    set_sign_in_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allowedCidrs: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            role: string;
                            allowedCidrs: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_all_users: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                q?: string;
                role?: "superadmin" | "owner" | "admin" | "analyst" | "compliance" | "support" | "buyer" | "partner" | "practice_owner" | "practice_admin" | "practice_member";
                status?: "active" | "inactive" | "invited";
                /** @description A UUID. */
                tenantId?: string;
                sort?: "createdAt" | "email" | "firstName" | "role" | "status";
                sortDirection?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            tenantId: string;
                            tenantSlug: string;
                            email: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            status: string;
                            lastSignInAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_tenant_users: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                q?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            tenantId: string;
                            tenantSlug: string;
                            email: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            status: string;
                            lastSignInAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_tenant_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    firstName?: string | null;
                    lastName?: string | null;
                    /** @enum {unknown} */
                    role?: "owner" | "practice_owner" | "admin";
                    /** @enum {unknown} */
                    status?: "active";
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            tenantId: string;
                            tenantSlug: string;
                            email: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            status: string;
                            lastSignInAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_tenant_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            tenantId: string;
                            tenantSlug: string;
                            email: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            status: string;
                            lastSignInAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_tenant_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    firstName?: string | null;
                    lastName?: string | null;
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            tenantId: string;
                            tenantSlug: string;
                            email: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            status: string;
                            lastSignInAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_tenant_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            tenantId: string;
                            tenantSlug: string;
                            email: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            status: string;
                            lastSignInAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patch_tenant_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    action: "setPassword" | "setStatus";
                    password?: string;
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            tenantId: string;
                            tenantSlug: string;
                            email: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            status: string;
                            lastSignInAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patch_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    action: "setPassword" | "setStatus";
                    password?: string;
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            tenantId: string;
                            tenantSlug: string;
                            email: string;
                            firstName: string | null;
                            lastName: string | null;
                            role: string;
                            status: string;
                            lastSignInAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_user_login_activity: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            userId: string;
                            browser: string | null;
                            success: boolean;
                            method: string;
                            reason: string | null;
                            ipAddress: string | null;
                            /** @description ISO 8601. */
                            timestamp: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_api_keys: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description A UUID. */
                buyerId?: string;
                /** @description A UUID. */
                partnerId?: string;
                /** @description A UUID. */
                campaignId?: string;
                kind?: "admin" | "buyer" | "partner" | "posting";
                /** @description A key: those that it made or rotated, and those that hang on it by now. */
                madeBy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scopes?: ("posting" | "routing" | "messaging" | "calls" | "call_data_write" | "admin" | "admin_billing")[];
                    readOnly?: boolean;
                    expiresAt?: string | null;
                    /** @description Addresses and blocks such as 192.0.2.0/24 that may use the key; none: all. */
                    allowedCidrs?: string[];
                    rateLimitPerMinute?: number | null;
                    name: string;
                    /** @description Without it, personal fields come masked. */
                    piiAccess?: boolean;
                    buyerId?: string | null;
                    partnerId?: string | null;
                    campaignId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            /** @description Shown once: keep it. */
                            key: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revoke_api_key: {
        parameters: {
            query?: {
                withSuccessors?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description A UUID. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            success: boolean;
                            /** @description Keys that were made with it, and ended with it. */
                            alsoRevoked: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scopes?: ("posting" | "routing" | "messaging" | "calls" | "call_data_write" | "admin" | "admin_billing")[];
                    readOnly?: boolean;
                    expiresAt?: string | null;
                    /** @description Addresses and blocks such as 192.0.2.0/24 that may use the key; none: all. */
                    allowedCidrs?: string[];
                    rateLimitPerMinute?: number | null;
                    name?: string;
                    /** @enum {unknown} */
                    status?: "active" | "revoked";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            /** @description Keys that were made with it, and ended with it. */
                            alsoRevoked?: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    rotate_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long the old key still works; 24 unless given. */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            /** @description Shown once: keep it. */
                            key: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_buyer_api_keys: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description A key: those that it made or rotated, and those that hang on it by now. */
                madeBy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_buyer_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scopes?: ("posting" | "routing" | "messaging" | "calls" | "call_data_write" | "admin" | "admin_billing")[];
                    readOnly?: boolean;
                    expiresAt?: string | null;
                    /** @description Addresses and blocks such as 192.0.2.0/24 that may use the key; none: all. */
                    allowedCidrs?: string[];
                    rateLimitPerMinute?: number | null;
                    name: string;
                    /** @description Without it, personal fields come masked. */
                    piiAccess?: boolean;
                    buyerId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            /** @description Shown once: keep it. */
                            key: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    rotate_buyer_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long the old key still works; 24 unless given. */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            /** @description Shown once: keep it. */
                            key: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revoke_buyer_api_key: {
        parameters: {
            query?: {
                withSuccessors?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description A UUID. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            success: boolean;
                            /** @description Keys that were made with it, and ended with it. */
                            alsoRevoked: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partner_api_keys: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description A key: those that it made or rotated, and those that hang on it by now. */
                madeBy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_partner_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scopes?: ("posting" | "routing" | "messaging" | "calls" | "call_data_write" | "admin" | "admin_billing")[];
                    readOnly?: boolean;
                    expiresAt?: string | null;
                    /** @description Addresses and blocks such as 192.0.2.0/24 that may use the key; none: all. */
                    allowedCidrs?: string[];
                    rateLimitPerMinute?: number | null;
                    name: string;
                    /** @description Without it, personal fields come masked. */
                    piiAccess?: boolean;
                    partnerId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            /** @description Shown once: keep it. */
                            key: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    rotate_partner_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long the old key still works; 24 unless given. */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            /** @description Shown once: keep it. */
                            key: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revoke_partner_api_key: {
        parameters: {
            query?: {
                withSuccessors?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description A UUID. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "admin" | "buyer" | "partner" | "posting";
                            keyPrefix: string;
                            scopes: string[];
                            /** @enum {unknown} */
                            status: "active" | "revoked" | "expired";
                            buyerId: string | null;
                            partnerId: string | null;
                            campaignId: string | null;
                            readOnly: boolean;
                            piiAccess: boolean;
                            allowedCidrs: string[];
                            rateLimitPerMinute: number | null;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            exposedAt: string | null;
                            lastUsedAt: string | null;
                            lastUsedAddress: string | null;
                            replacedBy: string | null;
                            madeByKeyId: string | null;
                            createdAt: string;
                            success: boolean;
                            /** @description Keys that were made with it, and ended with it. */
                            alsoRevoked: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_field_access: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description One of owner, admin, analyst, compliance, support, guest, buyer, partner, or the id of a role of the tenant’s own that is made of one. */
                            role: string;
                            /** @description All rules of the role. Without any it sees what the account or key allows. A rule only narrows: whoever has a role of the tenant’s own sees of a field what that role and the one it is made of both allow. */
                            rules: {
                                /** @description The name of a lead field, or a whole class: class:identity, :contact, :health or :other. */
                                field: string;
                                /** @enum {unknown} */
                                access: "hidden" | "masked" | "visible";
                            }[];
                            /** @description Of a role of the tenant’s own. */
                            name?: string;
                            /** @description The role that it is made of. */
                            baseRole?: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    replace_field_access: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of owner, admin, analyst, compliance, support, guest, buyer, partner, or the id of a role of the tenant’s own that is made of one. */
                    role: string;
                    /** @description All rules of the role. Without any it sees what the account or key allows. A rule only narrows: whoever has a role of the tenant’s own sees of a field what that role and the one it is made of both allow. */
                    rules: {
                        /** @description The name of a lead field, or a whole class: class:identity, :contact, :health or :other. */
                        field: string;
                        /** @enum {unknown} */
                        access: "hidden" | "masked" | "visible";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description One of owner, admin, analyst, compliance, support, guest, buyer, partner, or the id of a role of the tenant’s own that is made of one. */
                            role: string;
                            /** @description All rules of the role. Without any it sees what the account or key allows. A rule only narrows: whoever has a role of the tenant’s own sees of a field what that role and the one it is made of both allow. */
                            rules: {
                                /** @description The name of a lead field, or a whole class: class:identity, :contact, :health or :other. */
                                field: string;
                                /** @enum {unknown} */
                                access: "hidden" | "masked" | "visible";
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_approvals: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @enum {unknown} */
                            action: "bulk_export" | "hipaa_mode_off" | "legal_hold_release";
                            subjectId: string | null;
                            /** @description What exactly shall be done, such as the filters and the limit of an export: they bind. */
                            terms: {
                                [key: string]: string | number;
                            };
                            reason: string;
                            /** @enum {unknown} */
                            status: "waiting" | "approved" | "declined" | "used" | "expired";
                            requestedBy: string;
                            /** @description ISO 8601. */
                            requestedAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    request_approval: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    action: "bulk_export" | "hipaa_mode_off" | "legal_hold_release";
                    subjectId?: string | null;
                    /** @description What exactly shall be done, such as the filters and the limit of an export: they bind. */
                    terms?: {
                        [key: string]: string | number;
                    };
                    /** @description Why; the other person reads it. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @enum {unknown} */
                            action: "bulk_export" | "hipaa_mode_off" | "legal_hold_release";
                            subjectId: string | null;
                            /** @description What exactly shall be done, such as the filters and the limit of an export: they bind. */
                            terms: {
                                [key: string]: string | number;
                            };
                            reason: string;
                            /** @enum {unknown} */
                            status: "waiting" | "approved" | "declined" | "used" | "expired";
                            requestedBy: string;
                            /** @description ISO 8601. */
                            requestedAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decide_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    decision: "approved" | "declined";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @enum {unknown} */
                            action: "bulk_export" | "hipaa_mode_off" | "legal_hold_release";
                            subjectId: string | null;
                            /** @description What exactly shall be done, such as the filters and the limit of an export: they bind. */
                            terms: {
                                [key: string]: string | number;
                            };
                            reason: string;
                            /** @enum {unknown} */
                            status: "waiting" | "approved" | "declined" | "used" | "expired";
                            requestedBy: string;
                            /** @description ISO 8601. */
                            requestedAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_audit_logs: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                entityType?: string;
                /** @description A UUID. */
                entityId?: string;
                action?: string;
                /** @description A UUID. */
                userId?: string;
                /** @description At or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            createdAt: string;
                            action: string;
                            entityType: string;
                            entityId: string | null;
                            entityIds: string[];
                            outcome: string;
                            actorKind: string;
                            /** @description Who acted: the id of a key. */
                            userId: string;
                            buyerId: string | null;
                            partnerId: string | null;
                            phiClasses: string[];
                            requestId: string | null;
                            ipAddress: string | null;
                            details: {
                                [key: string]: unknown;
                            };
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_audit_log: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            createdAt: string;
                            action: string;
                            entityType: string;
                            entityId: string | null;
                            entityIds: string[];
                            outcome: string;
                            actorKind: string;
                            /** @description Who acted: the id of a key. */
                            userId: string;
                            buyerId: string | null;
                            partnerId: string | null;
                            phiClasses: string[];
                            requestId: string | null;
                            ipAddress: string | null;
                            details: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_suppression_entries: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                type?: "email" | "phone";
                scope?: "global" | "buyer" | "vertical";
                /** @description A UUID. */
                scopeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            type: string;
                            /** @description Masked: the contact itself is not kept. */
                            value: string;
                            /** @description plain, or the hash by which it was listed. */
                            form: string;
                            scope: string;
                            scopeId: string | null;
                            reason: string;
                            source: string;
                            displayName: string | null;
                            expiresAt: string | null;
                            isExpired: boolean;
                            createdBy: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    add_suppression_entry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    type: "email" | "phone";
                    value: string;
                    /** @enum {unknown} */
                    scope?: "global" | "buyer" | "vertical";
                    scopeId?: string | null;
                    /** @description dnc_request, opt_out, bad_data or manual; anything else counts as manual. */
                    reason?: string | null;
                    /** @description The list that it is of. Nothing of a person. */
                    displayName?: string | null;
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            type: string;
                            /** @description Masked: the contact itself is not kept. */
                            value: string;
                            /** @description plain, or the hash by which it was listed. */
                            form: string;
                            scope: string;
                            scopeId: string | null;
                            reason: string;
                            source: string;
                            displayName: string | null;
                            expiresAt: string | null;
                            isExpired: boolean;
                            createdBy: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            alreadyListed: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    import_suppression_entries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of every line; needed where lines are hashes. */
                    type?: ("email" | "phone") | null;
                    /** @enum {unknown} */
                    scope?: "global" | "buyer" | "vertical";
                    scopeId?: string | null;
                    /** @description dnc_request, opt_out, bad_data or manual; anything else counts as manual. */
                    reason?: string | null;
                    /** @description The list that it is of. Nothing of a person. */
                    displayName?: string | null;
                    expiresAt?: string | null;
                    /** @description The number of the first of them. */
                    firstLine?: number;
                    /** @description An e-mail address, a phone number, or the hash of one each; the first cell of a line counts. */
                    lines: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            received: number;
                            added: number;
                            alreadyListed: number;
                            refused: {
                                line: number;
                                rule: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    check_suppression: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    type?: "email" | "phone";
                    value?: string;
                    email?: string | null;
                    phone?: string | null;
                    buyerId?: string | null;
                    verticalId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            suppressed: boolean;
                            listName: string | null;
                            email: boolean;
                            phone: boolean;
                            matches: {
                                id: string;
                                type: string;
                                /** @description Masked: the contact itself is not kept. */
                                value: string;
                                /** @description plain, or the hash by which it was listed. */
                                form: string;
                                scope: string;
                                scopeId: string | null;
                                reason: string;
                                source: string;
                                displayName: string | null;
                                expiresAt: string | null;
                                isExpired: boolean;
                                createdBy: string | null;
                                /** @description ISO 8601. */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    remove_suppression_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_compliance: {
        parameters: {
            query: {
                resource: "block-list" | "data-deletion";
                limit?: string;
                offset?: string;
                type?: "email" | "phone";
                scope?: "global" | "buyer" | "vertical";
                /** @description A UUID. */
                scopeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            type: string;
                            /** @description Masked: the contact itself is not kept. */
                            value: string;
                            /** @description plain, or the hash by which it was listed. */
                            form: string;
                            scope: string;
                            scopeId: string | null;
                            reason: string;
                            source: string;
                            displayName: string | null;
                            expiresAt: string | null;
                            isExpired: boolean;
                            createdBy: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_compliance_entry: {
        parameters: {
            query: {
                resource: "block-list" | "data-deletion";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    type: "email" | "phone";
                    value: string;
                    /** @enum {unknown} */
                    scope?: "global" | "buyer" | "vertical";
                    scopeId?: string | null;
                    /** @description dnc_request, opt_out, bad_data or manual; anything else counts as manual. */
                    reason?: string | null;
                    /** @description The list that it is of. Nothing of a person. */
                    displayName?: string | null;
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            type: string;
                            /** @description Masked: the contact itself is not kept. */
                            value: string;
                            /** @description plain, or the hash by which it was listed. */
                            form: string;
                            scope: string;
                            scopeId: string | null;
                            reason: string;
                            source: string;
                            displayName: string | null;
                            expiresAt: string | null;
                            isExpired: boolean;
                            createdBy: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            alreadyListed: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    opt_out: {
        parameters: {
            query?: {
                tenant?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    identifier?: string;
                    /** @enum {unknown} */
                    identifierType?: "email" | "phone";
                    email?: string | null;
                    phone?: string | null;
                    /** @description The slug of whom it is told; needed where several are served. */
                    tenant?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            message: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_tenants: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                q?: string;
                status?: "pending" | "active" | "suspended" | "inactive";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Lower-case letters, digits and hyphens, at most 63. It names the tenant in addresses and at sign-in. */
                    slug: string;
                    /** @description Such as America/Chicago. May stand in settings. */
                    timeZone?: string;
                    /** @enum {unknown} */
                    plan?: "starter" | "standard" | "enterprise";
                    domain?: string | null;
                    /** @description Given ones replace those of the same name, null takes one away. Holds timeZone. */
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Lower-case letters, digits and hyphens, at most 63. It names the tenant in addresses and at sign-in. */
                    slug?: string;
                    /** @enum {unknown} */
                    status?: "active" | "suspended" | "inactive";
                    statusReason?: string | null;
                    /** @description Such as America/Chicago. May stand in settings. */
                    timeZone?: string;
                    logoUrl?: string | null;
                    /** @enum {unknown} */
                    plan?: "starter" | "standard" | "enterprise";
                    domain?: string | null;
                    /** @description Given ones replace those of the same name, null takes one away. Holds timeZone. */
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patch_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Lower-case letters, digits and hyphens, at most 63. It names the tenant in addresses and at sign-in. */
                    slug?: string;
                    /** @enum {unknown} */
                    status?: "active" | "suspended" | "inactive";
                    statusReason?: string | null;
                    /** @description Such as America/Chicago. May stand in settings. */
                    timeZone?: string;
                    logoUrl?: string | null;
                    /** @enum {unknown} */
                    plan?: "starter" | "standard" | "enterprise";
                    domain?: string | null;
                    /** @description Given ones replace those of the same name, null takes one away. Holds timeZone. */
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_tenant_stats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            tenantId: string;
                            totalLeads: number;
                            totalBuyers: number;
                            totalPartners: number;
                            totalUsers: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_tenant_features: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Letters, digits and _ . -, from a letter. */
                    feature?: string;
                    enabled?: boolean;
                    features?: {
                        [key: string]: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    approve_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reject_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_organizations: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                status?: "pending" | "active" | "suspended" | "inactive";
                plan?: "starter" | "standard" | "enterprise";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_organization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Lower-case letters, digits and hyphens, at most 63. It names the tenant in addresses and at sign-in. */
                    slug: string;
                    /** @description Such as America/Chicago. May stand in settings. */
                    timeZone?: string;
                    /** @enum {unknown} */
                    plan?: "starter" | "standard" | "enterprise";
                    domain?: string | null;
                    /** @description Given ones replace those of the same name, null takes one away. Holds timeZone. */
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_organization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_organization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Given ones replace those of the same name, null takes one away. Holds timeZone. */
                    settings?: {
                        [key: string]: unknown;
                    };
                    features?: {
                        [key: string]: boolean;
                    };
                    slug?: unknown;
                    plan?: unknown;
                    status?: unknown;
                    limits?: unknown;
                    domain?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_organization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            slug: string;
                            kind: string;
                            status: string;
                            statusReason: string | null;
                            plan: string;
                            timeZone: string;
                            domain: string | null;
                            logoUrl: string | null;
                            settings: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: boolean;
                            };
                            approvedAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    toggle_organization_feature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Letters, digits and _ . -, from a letter. */
                    feature?: string;
                    enabled?: boolean;
                    features?: {
                        [key: string]: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_tenant_features: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    upload_logo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    logoUrl?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            logoUrl: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_signup_config: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            enabled: boolean;
                            requireTerms: boolean;
                            termsUrl: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    check_slug_availability: {
        parameters: {
            query: {
                /** @description Lower-case letters, digits and hyphens, at most 63. It names the tenant in addresses and at sign-in. */
                slug: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            slug: string;
                            available: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    signup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Lower-case letters, digits and hyphens, at most 63. It names the tenant in addresses and at sign-in. */
                    slug: string;
                    email: string;
                    password: string;
                    acceptedTerms?: boolean;
                    /** @description Such as America/Chicago; days and caps are counted in it. */
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            tenantId: string;
                            userId: string;
                            autoApproved: boolean;
                            pendingApproval: boolean;
                            accountLinked: boolean;
                            /** @enum {unknown} */
                            authMethod: "email";
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_settings: {
        parameters: {
            query: {
                category: "general" | "branding" | "notifications" | "security" | "leads" | "billing" | "integrations" | "api";
                /** @description Letters, digits and _ . -, from a letter. */
                key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            category: string;
                            settings: {
                                [key: string]: unknown;
                            };
                            key?: string;
                            value?: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    category: "general" | "branding" | "notifications" | "security" | "leads" | "billing" | "integrations" | "api";
                    /** @description Letters, digits and _ . -, from a letter. */
                    key?: string;
                    /** @description At most 16 KiB as JSON; null takes the value away. */
                    value?: unknown;
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            category: string;
                            settings: {
                                [key: string]: unknown;
                            };
                            key?: string;
                            value?: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_integration_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            category: string;
                            settings: {
                                [key: string]: unknown;
                            };
                            key?: string;
                            value?: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_integration_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            category: string;
                            settings: {
                                [key: string]: unknown;
                            };
                            key?: string;
                            value?: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_domains: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            domain: string;
                            domainType: string;
                            /** @description pending until it is shown that the host is yours. */
                            status: string;
                            isDefault: boolean;
                            sslEnabled: boolean;
                            sslInstalled: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    add_domain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domain: string;
                    /** @enum {unknown} */
                    domainType?: "custom";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            domain: string;
                            domainType: string;
                            /** @description pending until it is shown that the host is yours. */
                            status: string;
                            isDefault: boolean;
                            sslEnabled: boolean;
                            sslInstalled: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    remove_domain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                domainId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_system_lists: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "name" | "listType" | "createdAt";
                sortDirection?: "asc" | "desc";
                listType?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            listType: string;
                            items: string[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_system_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    listType: string;
                    items?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            listType: string;
                            items: string[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_system_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                systemListId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            listType: string;
                            items: string[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_system_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                systemListId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    listType?: string;
                    items?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            listType: string;
                            items: string[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_system_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                systemListId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_signup_questions: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "sortOrder" | "question" | "createdAt";
                sortDirection?: "asc" | "desc";
                entityType?: "buyer" | "partner";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            entityType: string;
                            question: string;
                            fieldType: string;
                            options: string[];
                            isRequired: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_signup_question: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    entityType: "buyer" | "partner";
                    question: string;
                    /** @enum {unknown} */
                    fieldType?: "text" | "textarea" | "number" | "date" | "boolean" | "select" | "multiselect";
                    options?: string[];
                    isRequired?: boolean;
                    sortOrder?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            entityType: string;
                            question: string;
                            fieldType: string;
                            options: string[];
                            isRequired: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_signup_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                signupQuestionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            entityType: string;
                            question: string;
                            fieldType: string;
                            options: string[];
                            isRequired: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_signup_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                signupQuestionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    entityType?: "buyer" | "partner";
                    question?: string;
                    /** @enum {unknown} */
                    fieldType?: "text" | "textarea" | "number" | "date" | "boolean" | "select" | "multiselect";
                    options?: string[];
                    isRequired?: boolean;
                    sortOrder?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            entityType: string;
                            question: string;
                            fieldType: string;
                            options: string[];
                            isRequired: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_signup_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                signupQuestionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_tax_rates: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "name" | "code" | "percentage" | "createdAt";
                sortDirection?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            code: string;
                            /** @description Decimal text, such as "8.25". */
                            percentage: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_tax_rate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    code: string;
                    percentage: string | number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            code: string;
                            /** @description Decimal text, such as "8.25". */
                            percentage: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_tax_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                taxRateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            code: string;
                            /** @description Decimal text, such as "8.25". */
                            percentage: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_tax_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                taxRateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    code?: string;
                    percentage?: string | number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            code: string;
                            /** @description Decimal text, such as "8.25". */
                            percentage: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_tax_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                taxRateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_smtp_accounts: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "host" | "fromEmail" | "createdAt";
                sortDirection?: "asc" | "desc";
                status?: "active" | "inactive";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            provider: string;
                            host: string;
                            port: number;
                            username: string;
                            fromEmail: string;
                            emailAddress: string;
                            fromName: string | null;
                            authEnabled: boolean;
                            sslEnabled: boolean;
                            status: string;
                            hasPassword: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_smtp_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    host: string;
                    port: number;
                    username: string;
                    /** @description Kept sealed, and never shown again. */
                    password: string;
                    /** Format: email */
                    fromEmail?: string;
                    /** Format: email */
                    emailAddress?: string;
                    fromName?: string | null;
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                    /** @enum {unknown} */
                    provider?: "smtp" | "resend";
                    authEnabled?: boolean;
                    sslEnabled?: boolean;
                    /** @description Not available in this version. */
                    passwordEncrypted?: unknown;
                    /** @description Not available in this version. */
                    apiKeyEncrypted?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            provider: string;
                            host: string;
                            port: number;
                            username: string;
                            fromEmail: string;
                            emailAddress: string;
                            fromName: string | null;
                            authEnabled: boolean;
                            sslEnabled: boolean;
                            status: string;
                            hasPassword: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_smtp_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                smtpAccountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            provider: string;
                            host: string;
                            port: number;
                            username: string;
                            fromEmail: string;
                            emailAddress: string;
                            fromName: string | null;
                            authEnabled: boolean;
                            sslEnabled: boolean;
                            status: string;
                            hasPassword: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_smtp_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                smtpAccountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    host?: string;
                    port?: number;
                    username?: string;
                    /** @description Kept sealed, and never shown again. */
                    password?: string;
                    /** Format: email */
                    fromEmail?: string;
                    /** Format: email */
                    emailAddress?: string;
                    fromName?: string | null;
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                    /** @enum {unknown} */
                    provider?: "smtp" | "resend";
                    authEnabled?: boolean;
                    sslEnabled?: boolean;
                    /** @description Not available in this version. */
                    passwordEncrypted?: unknown;
                    /** @description Not available in this version. */
                    apiKeyEncrypted?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            provider: string;
                            host: string;
                            port: number;
                            username: string;
                            fromEmail: string;
                            emailAddress: string;
                            fromName: string | null;
                            authEnabled: boolean;
                            sslEnabled: boolean;
                            status: string;
                            hasPassword: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_smtp_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                smtpAccountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    partner_integration_skill: {
        parameters: {
            query?: {
                /** @description A UUID. */
                campaignId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            name: string;
                            /** @description Markdown. */
                            content: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    setup_vertical_campaign_skill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            name: string;
                            /** @description Markdown. */
                            content: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            partnerId: string | null;
                            partnerName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            authType: "api_key" | "session";
                            scopes: string[];
                            endpoints: {
                                method: string;
                                path: string;
                                description: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_buyer_identity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            buyerId: string | null;
                            buyerName: string | null;
                            role: string;
                            /** @enum {unknown} */
                            authType: "api_key" | "session";
                            scopes: string[];
                            endpoints: {
                                method: string;
                                path: string;
                                description: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            partnerId: string | null;
                            partnerName: string | null;
                            status: string | null;
                            notifications: {
                                [key: string]: boolean;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_partner_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of what the partner wants to be told. */
                    notifications?: {
                        campaignPaused?: boolean;
                        leadRejected?: boolean;
                        payoutMade?: boolean;
                        postingError?: boolean;
                    };
                    currentPassword?: unknown;
                    newPassword?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            partnerId: string | null;
                            partnerName: string | null;
                            status: string | null;
                            notifications: {
                                [key: string]: boolean;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    bulk_status_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    entity?: "offer" | "partner" | "buyer" | "contract" | "campaign";
                    /** @enum {unknown} */
                    entityType?: "offer" | "partner" | "buyer" | "contract" | "campaign";
                    ids: string[];
                    /** @description One that such a record can have. */
                    status: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            entity: string;
                            status: string;
                            updated: number;
                            ids: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_signup_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Whether strangers may sign up at all. */
                            enabled: boolean;
                            /** @enum {unknown} */
                            approvalMode: "auto" | "manual";
                            requireTerms: boolean;
                            termsUrl: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_signup_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether strangers may sign up at all. */
                    enabled?: boolean;
                    /** @enum {unknown} */
                    approvalMode?: "auto" | "manual";
                    requireTerms?: boolean;
                    termsUrl?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /** @description Whether strangers may sign up at all. */
                            enabled: boolean;
                            /** @enum {unknown} */
                            approvalMode: "auto" | "manual";
                            requireTerms: boolean;
                            termsUrl: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_verticals: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "displayId" | "name" | "slug" | "status" | "createdAt";
                sortDirection?: "asc" | "desc";
                status?: "active" | "inactive";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            slug: string;
                            description: string | null;
                            status: string;
                            regime: string;
                            dedupFields: string[];
                            dedupMatch: string;
                            dedupWindowDays: number;
                            dedupSoldOnly: boolean;
                            fieldCount: number;
                            customFieldCount: number;
                            verticalGroupId: string | null;
                            verticalGroup: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_vertical: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Lower-case letters, digits, - and _. */
                    slug: string;
                    description?: string | null;
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                    /** @enum {unknown} */
                    regime?: "none" | "consumer_health" | "cms_tpmo" | "hipaa" | "sud_part2";
                    /** @description The fields that dedupMatch compares. */
                    dedupFields?: string[];
                    /**
                     * @description One listed field alike, or all of them. Empty ones never are.
                     * @enum {unknown}
                     */
                    dedupMatch?: "any" | "all";
                    /** @description Only leads that somebody bought and kept count. */
                    dedupSoldOnly?: boolean;
                    dedupWindowDays?: number;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    verticalGroupId?: string | null;
                    /** @description With the status inactive: set what is active of its campaigns, offers and contracts inactive too. Nothing hangs on a new one. */
                    cascadeInactive?: boolean;
                    /** @description Not available in this version. */
                    verticalGroup?: unknown;
                    /** @description Not available in this version. */
                    retentionCadence?: unknown;
                    /** @description Not available in this version. */
                    profileKey?: unknown;
                    /** @description Not available in this version. */
                    settings?: unknown;
                    /** @description Not available in this version. */
                    scoringModelId?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            slug: string;
                            description: string | null;
                            status: string;
                            regime: string;
                            dedupFields: string[];
                            dedupMatch: string;
                            dedupWindowDays: number;
                            dedupSoldOnly: boolean;
                            fieldCount: number;
                            customFieldCount: number;
                            verticalGroupId: string | null;
                            verticalGroup: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_vertical: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            slug: string;
                            description: string | null;
                            status: string;
                            regime: string;
                            dedupFields: string[];
                            dedupMatch: string;
                            dedupWindowDays: number;
                            dedupSoldOnly: boolean;
                            fieldCount: number;
                            customFieldCount: number;
                            verticalGroupId: string | null;
                            verticalGroup: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                            /** @description How many cascadeInactive would set inactive now. */
                            working: {
                                campaigns: number;
                                offers: number;
                                contracts: number;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_vertical: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_vertical: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Lower-case letters, digits, - and _. */
                    slug?: string;
                    description?: string | null;
                    /** @enum {unknown} */
                    status?: "active" | "inactive";
                    /** @enum {unknown} */
                    regime?: "none" | "consumer_health" | "cms_tpmo" | "hipaa" | "sud_part2";
                    /** @description The fields that dedupMatch compares. */
                    dedupFields?: string[];
                    /**
                     * @description One listed field alike, or all of them. Empty ones never are.
                     * @enum {unknown}
                     */
                    dedupMatch?: "any" | "all";
                    /** @description Only leads that somebody bought and kept count. */
                    dedupSoldOnly?: boolean;
                    dedupWindowDays?: number;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    verticalGroupId?: string | null;
                    /** @description With the status inactive: set what is active of its campaigns, offers and contracts inactive too. Nothing hangs on a new one. */
                    cascadeInactive?: boolean;
                    /** @description Not available in this version. */
                    verticalGroup?: unknown;
                    /** @description Not available in this version. */
                    retentionCadence?: unknown;
                    /** @description Not available in this version. */
                    profileKey?: unknown;
                    /** @description Not available in this version. */
                    settings?: unknown;
                    /** @description Not available in this version. */
                    scoringModelId?: unknown;
                    _snapshot?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            slug: string;
                            description: string | null;
                            status: string;
                            regime: string;
                            dedupFields: string[];
                            dedupMatch: string;
                            dedupWindowDays: number;
                            dedupSoldOnly: boolean;
                            fieldCount: number;
                            customFieldCount: number;
                            verticalGroupId: string | null;
                            verticalGroup: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                        deactivatedCampaigns?: number;
                        deactivatedOffers?: number;
                        deactivatedContracts?: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_vertical_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            name: string;
                            label: string;
                            tier: string;
                            type: string;
                            fieldType: string;
                            phiClass: string;
                            required: boolean;
                            /** @description Whether a ping may carry it. */
                            pingSafe: boolean;
                            options: string[] | null;
                            sortOrder: number;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_vertical_custom_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            name: string;
                            label: string;
                            tier: string;
                            type: string;
                            fieldType: string;
                            phiClass: string;
                            required: boolean;
                            /** @description Whether a ping may carry it. */
                            pingSafe: boolean;
                            options: string[] | null;
                            sortOrder: number;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_vertical_custom_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    fieldType?: "text" | "number" | "boolean" | "date" | "select" | "email" | "phone" | "url";
                    /** @enum {unknown} */
                    type?: "text" | "number" | "boolean" | "date" | "select" | "email" | "phone" | "url";
                    label?: string;
                    required?: boolean;
                    /** @description Whether a ping may carry it; never of identity or contact. */
                    pingSafe?: boolean;
                    options?: string[] | null;
                    /** @enum {unknown} */
                    phiClass?: "identity" | "contact" | "health" | "other";
                    sortOrder?: number;
                    /** @description Not available in this version. */
                    validation?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            name: string;
                            label: string;
                            tier: string;
                            type: string;
                            fieldType: string;
                            phiClass: string;
                            required: boolean;
                            /** @description Whether a ping may carry it. */
                            pingSafe: boolean;
                            options: string[] | null;
                            sortOrder: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_vertical_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_vertical_custom_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
                /** @description A UUID. */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_vertical_custom_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalId: string;
                /** @description A UUID. */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {unknown} */
                    fieldType?: "text" | "number" | "boolean" | "date" | "select" | "email" | "phone" | "url";
                    /** @enum {unknown} */
                    type?: "text" | "number" | "boolean" | "date" | "select" | "email" | "phone" | "url";
                    label?: string;
                    required?: boolean;
                    /** @description Whether a ping may carry it; never of identity or contact. */
                    pingSafe?: boolean;
                    options?: string[] | null;
                    /** @enum {unknown} */
                    phiClass?: "identity" | "contact" | "health" | "other";
                    sortOrder?: number;
                    /** @description Not available in this version. */
                    validation?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            name: string;
                            label: string;
                            tier: string;
                            type: string;
                            fieldType: string;
                            phiClass: string;
                            required: boolean;
                            /** @description Whether a ping may carry it. */
                            pingSafe: boolean;
                            options: string[] | null;
                            sortOrder: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_campaign_custom_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
                /** @description A UUID. */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_campaign_custom_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
                /** @description A UUID. */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {unknown} */
                    fieldType?: "text" | "number" | "boolean" | "date" | "select" | "email" | "phone" | "url";
                    /** @enum {unknown} */
                    type?: "text" | "number" | "boolean" | "date" | "select" | "email" | "phone" | "url";
                    label?: string;
                    required?: boolean;
                    /** @description Whether a ping may carry it; never of identity or contact. */
                    pingSafe?: boolean;
                    options?: string[] | null;
                    /** @enum {unknown} */
                    phiClass?: "identity" | "contact" | "health" | "other";
                    sortOrder?: number;
                    /** @description Not available in this version. */
                    validation?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            name: string;
                            label: string;
                            tier: string;
                            type: string;
                            fieldType: string;
                            phiClass: string;
                            required: boolean;
                            /** @description Whether a ping may carry it. */
                            pingSafe: boolean;
                            options: string[] | null;
                            sortOrder: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_vertical_groups: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "name" | "createdAt";
                sortDirection?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            dedupScope: string;
                            attributionScope: string;
                            attributionPolicy: string | null;
                            verticalCount: number;
                            verticals: {
                                id: string;
                                name: string;
                                status: string;
                            }[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_vertical_group: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @description group: leads of all its verticals are looked at for duplicates; vertical: each by itself.
                     * @enum {unknown}
                     */
                    dedupScope?: "vertical" | "group" | "verticalGroup";
                    /** @description Not available in this version. */
                    attributionPolicy?: unknown;
                    /** @description Not available in this version. */
                    attributionScope?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            dedupScope: string;
                            attributionScope: string;
                            attributionPolicy: string | null;
                            verticalCount: number;
                            verticals: {
                                id: string;
                                name: string;
                                status: string;
                            }[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_vertical_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            dedupScope: string;
                            attributionScope: string;
                            attributionPolicy: string | null;
                            verticalCount: number;
                            verticals: {
                                id: string;
                                name: string;
                                status: string;
                            }[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_vertical_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * @description group: leads of all its verticals are looked at for duplicates; vertical: each by itself.
                     * @enum {unknown}
                     */
                    dedupScope?: "vertical" | "group" | "verticalGroup";
                    /** @description Not available in this version. */
                    attributionPolicy?: unknown;
                    /** @description Not available in this version. */
                    attributionScope?: unknown;
                    _snapshot?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            dedupScope: string;
                            attributionScope: string;
                            attributionPolicy: string | null;
                            verticalCount: number;
                            verticals: {
                                id: string;
                                name: string;
                                status: string;
                            }[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_vertical_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_vertical_group_verticals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    verticalIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            dedupScope: string;
                            attributionScope: string;
                            attributionPolicy: string | null;
                            verticalCount: number;
                            verticals: {
                                id: string;
                                name: string;
                                status: string;
                            }[];
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partners: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "displayId" | "legacyId" | "name" | "status" | "createdAt";
                sortDirection?: "asc" | "desc";
                status?: "active" | "paused" | "inactive" | "rejected";
                /** @description A UUID. */
                verticalId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            campaignCount: number;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            contractStartDate: string | null;
                            contractEndDate: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            paymentCycle: string | null;
                            paymentThreshold: string | null;
                            defaultPrice: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_partner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    status?: "active" | "paused" | "inactive" | "rejected";
                    firstName?: string | null;
                    lastName?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    company?: string | null;
                    address?: string | null;
                    address2?: string | null;
                    city?: string | null;
                    state?: string | null;
                    zipCode?: string | null;
                    country?: string | null;
                    website?: string | null;
                    timezone?: string | null;
                    /** @enum {unknown} */
                    legalEntityType?: "individual" | "corporation" | "llc" | "partnership" | "sole_proprietorship" | "other" | null;
                    contractStartDate?: string | null;
                    contractEndDate?: string | null;
                    billingContactName?: string | null;
                    billingContactEmail?: string | null;
                    billingContactPhone?: string | null;
                    paymentTerms?: string | null;
                    /** @enum {unknown} */
                    paymentCycle?: "weekly" | "bimonthly" | "monthly" | "adhoc" | null;
                    paymentThreshold?: (number | string) | null;
                    defaultPrice?: (number | string) | null;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    /** @description Not available in this version. */
                    taxId?: unknown;
                    /** @description Not available in this version. */
                    partnerManagerId?: unknown;
                    /** @description Not available in this version. */
                    acceptsDuplicates?: unknown;
                    /** @description Not available in this version. */
                    acceptsReturns?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            campaignCount: number;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            contractStartDate: string | null;
                            contractEndDate: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            paymentCycle: string | null;
                            paymentThreshold: string | null;
                            defaultPrice: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            campaignCount: number;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            contractStartDate: string | null;
                            contractEndDate: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            paymentCycle: string | null;
                            paymentThreshold: string | null;
                            defaultPrice: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_partner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_partner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {unknown} */
                    status?: "active" | "paused" | "inactive" | "rejected";
                    /** @description With a status other than active: switch the campaigns off too. */
                    deactivateChildren?: boolean;
                    firstName?: string | null;
                    lastName?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    company?: string | null;
                    address?: string | null;
                    address2?: string | null;
                    city?: string | null;
                    state?: string | null;
                    zipCode?: string | null;
                    country?: string | null;
                    website?: string | null;
                    timezone?: string | null;
                    /** @enum {unknown} */
                    legalEntityType?: "individual" | "corporation" | "llc" | "partnership" | "sole_proprietorship" | "other" | null;
                    contractStartDate?: string | null;
                    contractEndDate?: string | null;
                    billingContactName?: string | null;
                    billingContactEmail?: string | null;
                    billingContactPhone?: string | null;
                    paymentTerms?: string | null;
                    /** @enum {unknown} */
                    paymentCycle?: "weekly" | "bimonthly" | "monthly" | "adhoc" | null;
                    paymentThreshold?: (number | string) | null;
                    defaultPrice?: (number | string) | null;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    /** @description Not available in this version. */
                    taxId?: unknown;
                    /** @description Not available in this version. */
                    partnerManagerId?: unknown;
                    /** @description Not available in this version. */
                    acceptsDuplicates?: unknown;
                    /** @description Not available in this version. */
                    acceptsReturns?: unknown;
                    _snapshot?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            campaignCount: number;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            contractStartDate: string | null;
                            contractEndDate: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            paymentCycle: string | null;
                            paymentThreshold: string | null;
                            defaultPrice: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                        deactivatedCampaigns?: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_campaigns: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "displayId" | "name" | "status" | "createdAt";
                sortDirection?: "asc" | "desc";
                status?: "testing" | "active" | "paused" | "inactive";
                /** @description A UUID. */
                partnerId?: string;
                /** @description A UUID. */
                verticalId?: string;
                /** @description A UUID. */
                offerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            /** @description Without an offer, leads find no contract. */
                            inSetup: boolean;
                            partnerId: string;
                            partnerName: string | null;
                            verticalId: string | null;
                            verticalName: string | null;
                            offerId: string | null;
                            offerName: string | null;
                            pricingModel: string;
                            costPerLead: string;
                            revsharePercent: string | null;
                            maximumPayout: string | null;
                            dailyCap: number | null;
                            weeklyCap: number | null;
                            monthlyCap: number | null;
                            strictFields: boolean;
                            consentRequired: boolean;
                            shadow: boolean;
                            responseDeadlineMs: number;
                            allowedOrigins: string[];
                            pingDeadlineMs: number;
                            postingKeyPrefix: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    partnerId: string;
                    name: string;
                    offerId?: string | null;
                    verticalId?: string | null;
                    /** @enum {unknown} */
                    status?: "testing" | "active" | "paused" | "inactive";
                    costPerLead?: number | string;
                    cost?: number | string;
                    /** @enum {unknown} */
                    costModel?: "per_lead";
                    /** @enum {unknown} */
                    pricingModel?: "fixed" | "per_lead" | "revshare";
                    revsharePercent?: (number | string) | null;
                    maximumPayout?: (number | string) | null;
                    dailyCap?: number | null;
                    weeklyCap?: number | null;
                    monthlyCap?: number | null;
                    /** @description Refuse leads with fields that nobody defined, in place of keeping them with a warning. */
                    strictFields?: boolean;
                    consentRequired?: boolean;
                    /** @description Decide and do nothing else: compare with the shadowAnswer that posts bring along. */
                    shadow?: boolean;
                    responseDeadlineMs?: number;
                    /** @description Whose pages may post with the key of the campaign; servers may always. */
                    allowedOrigins?: string[];
                    /** @description How long bids are waited for; 1000 unless given. */
                    pingDeadlineMs?: number;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    /** @description Not available in this version. */
                    cpaEnabled?: unknown;
                    /** @description Not available in this version. */
                    cpaCost?: unknown;
                    /** @description Not available in this version. */
                    cpaMaxPayout?: unknown;
                    /** @description Not available in this version. */
                    callEnabled?: unknown;
                    /** @description Not available in this version. */
                    callTrackingAreaCode?: unknown;
                    /** @description Not available in this version. */
                    callDniEnabled?: unknown;
                    /** @description Not available in this version. */
                    callDniPoolEnabled?: unknown;
                    /** @description Not available in this version. */
                    callDniCaptureEnabled?: unknown;
                    /** @description Not available in this version. */
                    callDniReplaceNumbers?: unknown;
                    /** @description Not available in this version. */
                    callDniCaptureConfig?: unknown;
                    /** @description Not available in this version. */
                    callDniConfig?: unknown;
                    /** @description Not available in this version. */
                    fieldOverrides?: unknown;
                    /** @description Not available in this version. */
                    intakeFilters?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerNameInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerPhoneInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerIdInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendRedirectUrlInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerMediaInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    cplEnabled?: unknown;
                    /** @description Not available in this version. */
                    cpaPricingModel?: unknown;
                    /** @description Not available in this version. */
                    callDniNoImpressionPolicy?: unknown;
                    /** @description Not available in this version. */
                    intakeFailMode?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            /** @description Without an offer, leads find no contract. */
                            inSetup: boolean;
                            partnerId: string;
                            partnerName: string | null;
                            verticalId: string | null;
                            verticalName: string | null;
                            offerId: string | null;
                            offerName: string | null;
                            pricingModel: string;
                            costPerLead: string;
                            revsharePercent: string | null;
                            maximumPayout: string | null;
                            dailyCap: number | null;
                            weeklyCap: number | null;
                            monthlyCap: number | null;
                            strictFields: boolean;
                            consentRequired: boolean;
                            shadow: boolean;
                            responseDeadlineMs: number;
                            allowedOrigins: string[];
                            pingDeadlineMs: number;
                            postingKeyPrefix: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                            /** @description Shown once: keep it. */
                            postingKey: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            /** @description Without an offer, leads find no contract. */
                            inSetup: boolean;
                            partnerId: string;
                            partnerName: string | null;
                            verticalId: string | null;
                            verticalName: string | null;
                            offerId: string | null;
                            offerName: string | null;
                            pricingModel: string;
                            costPerLead: string;
                            revsharePercent: string | null;
                            maximumPayout: string | null;
                            dailyCap: number | null;
                            weeklyCap: number | null;
                            monthlyCap: number | null;
                            strictFields: boolean;
                            consentRequired: boolean;
                            shadow: boolean;
                            responseDeadlineMs: number;
                            allowedOrigins: string[];
                            pingDeadlineMs: number;
                            postingKeyPrefix: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                            postingSpec: {
                                campaignId: string;
                                campaignDisplayId: number;
                                campaignName: string;
                                verticalName: string | null;
                                postingUrl: string;
                                method: string;
                                contentType: string;
                                /** @description All that are read. */
                                contentTypes: string[];
                                authorization: string;
                                /** @description Shown only when it is made: only a hash of it is kept. */
                                postingKey: null;
                                postingKeyPrefix: string | null;
                                requiredFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                /** @description Global fields that may be sent. */
                                optionalFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                verticalFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                campaignFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                customFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                sampleBody: {
                                    [key: string]: unknown;
                                };
                                allowedOrigins: string[];
                                /** @description The sample body as a request, to paste. */
                                samples: {
                                    curl: string;
                                    javascript: string;
                                    php: string;
                                    python: string;
                                };
                                /** @description An answer of each kind. */
                                responses: {
                                    [key: string]: unknown;
                                };
                                /** @description Why leads are rejected: the code of the posting log, and the text of the answer. */
                                rejections: {
                                    [key: string]: string;
                                };
                                errors: {
                                    code: string;
                                    status: number;
                                    when: string;
                                }[];
                            };
                            /** @description Opens the posting instructions to whoever has it. */
                            specToken: string;
                            /** @description The public page of the posting instructions. */
                            specUrl: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    partnerId?: string;
                    name?: string;
                    offerId?: string | null;
                    verticalId?: string | null;
                    /** @enum {unknown} */
                    status?: "testing" | "active" | "paused" | "inactive";
                    costPerLead?: number | string;
                    cost?: number | string;
                    /** @enum {unknown} */
                    costModel?: "per_lead";
                    /** @enum {unknown} */
                    pricingModel?: "fixed" | "per_lead" | "revshare";
                    revsharePercent?: (number | string) | null;
                    maximumPayout?: (number | string) | null;
                    dailyCap?: number | null;
                    weeklyCap?: number | null;
                    monthlyCap?: number | null;
                    /** @description Refuse leads with fields that nobody defined, in place of keeping them with a warning. */
                    strictFields?: boolean;
                    consentRequired?: boolean;
                    /** @description Decide and do nothing else: compare with the shadowAnswer that posts bring along. */
                    shadow?: boolean;
                    responseDeadlineMs?: number;
                    /** @description Whose pages may post with the key of the campaign; servers may always. */
                    allowedOrigins?: string[];
                    /** @description How long bids are waited for; 1000 unless given. */
                    pingDeadlineMs?: number;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    /** @description Not available in this version. */
                    cpaEnabled?: unknown;
                    /** @description Not available in this version. */
                    cpaCost?: unknown;
                    /** @description Not available in this version. */
                    cpaMaxPayout?: unknown;
                    /** @description Not available in this version. */
                    callEnabled?: unknown;
                    /** @description Not available in this version. */
                    callTrackingAreaCode?: unknown;
                    /** @description Not available in this version. */
                    callDniEnabled?: unknown;
                    /** @description Not available in this version. */
                    callDniPoolEnabled?: unknown;
                    /** @description Not available in this version. */
                    callDniCaptureEnabled?: unknown;
                    /** @description Not available in this version. */
                    callDniReplaceNumbers?: unknown;
                    /** @description Not available in this version. */
                    callDniCaptureConfig?: unknown;
                    /** @description Not available in this version. */
                    callDniConfig?: unknown;
                    /** @description Not available in this version. */
                    fieldOverrides?: unknown;
                    /** @description Not available in this version. */
                    intakeFilters?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerNameInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerPhoneInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerIdInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendRedirectUrlInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerMediaInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    cplEnabled?: unknown;
                    /** @description Not available in this version. */
                    cpaPricingModel?: unknown;
                    /** @description Not available in this version. */
                    callDniNoImpressionPolicy?: unknown;
                    /** @description Not available in this version. */
                    intakeFailMode?: unknown;
                    _snapshot?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            /** @description Without an offer, leads find no contract. */
                            inSetup: boolean;
                            partnerId: string;
                            partnerName: string | null;
                            verticalId: string | null;
                            verticalName: string | null;
                            offerId: string | null;
                            offerName: string | null;
                            pricingModel: string;
                            costPerLead: string;
                            revsharePercent: string | null;
                            maximumPayout: string | null;
                            dailyCap: number | null;
                            weeklyCap: number | null;
                            monthlyCap: number | null;
                            strictFields: boolean;
                            consentRequired: boolean;
                            shadow: boolean;
                            responseDeadlineMs: number;
                            allowedOrigins: string[];
                            pingDeadlineMs: number;
                            postingKeyPrefix: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_campaign_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            name: string;
                            label: string;
                            tier: string;
                            type: string;
                            fieldType: string;
                            phiClass: string;
                            required: boolean;
                            /** @description Whether a ping may carry it. */
                            pingSafe: boolean;
                            options: string[] | null;
                            sortOrder: number;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_campaign_custom_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    fieldType?: "text" | "number" | "boolean" | "date" | "select" | "email" | "phone" | "url";
                    /** @enum {unknown} */
                    type?: "text" | "number" | "boolean" | "date" | "select" | "email" | "phone" | "url";
                    label?: string;
                    required?: boolean;
                    /** @description Whether a ping may carry it; never of identity or contact. */
                    pingSafe?: boolean;
                    options?: string[] | null;
                    /** @enum {unknown} */
                    phiClass?: "identity" | "contact" | "health" | "other";
                    sortOrder?: number;
                    /** @description Not available in this version. */
                    validation?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string | null;
                            name: string;
                            label: string;
                            tier: string;
                            type: string;
                            fieldType: string;
                            phiClass: string;
                            required: boolean;
                            /** @description Whether a ping may carry it. */
                            pingSafe: boolean;
                            options: string[] | null;
                            sortOrder: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_campaign_posting_instructions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            campaignId: string;
                            campaignDisplayId: number;
                            campaignName: string;
                            verticalName: string | null;
                            postingUrl: string;
                            method: string;
                            contentType: string;
                            /** @description All that are read. */
                            contentTypes: string[];
                            authorization: string;
                            /** @description Shown only when it is made: only a hash of it is kept. */
                            postingKey: null;
                            postingKeyPrefix: string | null;
                            requiredFields: {
                                id: string | null;
                                name: string;
                                label: string;
                                tier: string;
                                type: string;
                                fieldType: string;
                                phiClass: string;
                                required: boolean;
                                /** @description Whether a ping may carry it. */
                                pingSafe: boolean;
                                options: string[] | null;
                                sortOrder: number;
                            }[];
                            /** @description Global fields that may be sent. */
                            optionalFields: {
                                id: string | null;
                                name: string;
                                label: string;
                                tier: string;
                                type: string;
                                fieldType: string;
                                phiClass: string;
                                required: boolean;
                                /** @description Whether a ping may carry it. */
                                pingSafe: boolean;
                                options: string[] | null;
                                sortOrder: number;
                            }[];
                            verticalFields: {
                                id: string | null;
                                name: string;
                                label: string;
                                tier: string;
                                type: string;
                                fieldType: string;
                                phiClass: string;
                                required: boolean;
                                /** @description Whether a ping may carry it. */
                                pingSafe: boolean;
                                options: string[] | null;
                                sortOrder: number;
                            }[];
                            campaignFields: {
                                id: string | null;
                                name: string;
                                label: string;
                                tier: string;
                                type: string;
                                fieldType: string;
                                phiClass: string;
                                required: boolean;
                                /** @description Whether a ping may carry it. */
                                pingSafe: boolean;
                                options: string[] | null;
                                sortOrder: number;
                            }[];
                            customFields: {
                                id: string | null;
                                name: string;
                                label: string;
                                tier: string;
                                type: string;
                                fieldType: string;
                                phiClass: string;
                                required: boolean;
                                /** @description Whether a ping may carry it. */
                                pingSafe: boolean;
                                options: string[] | null;
                                sortOrder: number;
                            }[];
                            sampleBody: {
                                [key: string]: unknown;
                            };
                            allowedOrigins: string[];
                            /** @description The sample body as a request, to paste. */
                            samples: {
                                curl: string;
                                javascript: string;
                                php: string;
                                python: string;
                            };
                            /** @description An answer of each kind. */
                            responses: {
                                [key: string]: unknown;
                            };
                            /** @description Why leads are rejected: the code of the posting log, and the text of the answer. */
                            rejections: {
                                [key: string]: string;
                            };
                            errors: {
                                code: string;
                                status: number;
                                when: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partner_campaigns: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description A UUID. */
                verticalId?: string;
                /** @description A UUID. */
                offerId?: string;
                status?: "testing" | "active" | "paused" | "inactive";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            /** @description Without an offer, leads find no contract. */
                            inSetup: boolean;
                            partnerId: string;
                            partnerName: string | null;
                            verticalId: string | null;
                            verticalName: string | null;
                            offerId: string | null;
                            offerName: string | null;
                            pricingModel: string;
                            costPerLead: string;
                            revsharePercent: string | null;
                            maximumPayout: string | null;
                            dailyCap: number | null;
                            weeklyCap: number | null;
                            monthlyCap: number | null;
                            strictFields: boolean;
                            consentRequired: boolean;
                            shadow: boolean;
                            responseDeadlineMs: number;
                            allowedOrigins: string[];
                            pingDeadlineMs: number;
                            postingKeyPrefix: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                            leadCount: number;
                            /** @description What the partner earns for a lead that is sold. */
                            offerPayout: {
                                /** @description fixed; revshare: a share of each sale; margin: what the offer leaves of it. */
                                model: string;
                                amount: string | null;
                            };
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_campaign_sync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string | null;
                        lastUpdated: string | null;
                        count: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            /** @description Without an offer, leads find no contract. */
                            inSetup: boolean;
                            partnerId: string;
                            partnerName: string | null;
                            verticalId: string | null;
                            verticalName: string | null;
                            offerId: string | null;
                            offerName: string | null;
                            pricingModel: string;
                            costPerLead: string;
                            revsharePercent: string | null;
                            maximumPayout: string | null;
                            dailyCap: number | null;
                            weeklyCap: number | null;
                            monthlyCap: number | null;
                            strictFields: boolean;
                            consentRequired: boolean;
                            shadow: boolean;
                            responseDeadlineMs: number;
                            allowedOrigins: string[];
                            pingDeadlineMs: number;
                            postingKeyPrefix: string | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                            leadCount: number;
                            /** @description What the partner earns for a lead that is sold. */
                            offerPayout: {
                                /** @description fixed; revshare: a share of each sale; margin: what the offer leaves of it. */
                                model: string;
                                amount: string | null;
                            };
                            postingSpec: {
                                campaignId: string;
                                campaignDisplayId: number;
                                campaignName: string;
                                verticalName: string | null;
                                postingUrl: string;
                                method: string;
                                contentType: string;
                                /** @description All that are read. */
                                contentTypes: string[];
                                authorization: string;
                                /** @description Shown only when it is made: only a hash of it is kept. */
                                postingKey: null;
                                postingKeyPrefix: string | null;
                                requiredFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                /** @description Global fields that may be sent. */
                                optionalFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                verticalFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                campaignFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                customFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                sampleBody: {
                                    [key: string]: unknown;
                                };
                                allowedOrigins: string[];
                                /** @description The sample body as a request, to paste. */
                                samples: {
                                    curl: string;
                                    javascript: string;
                                    php: string;
                                    python: string;
                                };
                                /** @description An answer of each kind. */
                                responses: {
                                    [key: string]: unknown;
                                };
                                /** @description Why leads are rejected: the code of the posting log, and the text of the answer. */
                                rejections: {
                                    [key: string]: string;
                                };
                                errors: {
                                    code: string;
                                    status: number;
                                    when: string;
                                }[];
                            };
                            /** @description Opens the posting instructions to whoever has it. */
                            specToken: string;
                            /** @description The public page of the posting instructions. */
                            specUrl: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    test_post_to_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As a post has them, flat or under custom; the sample of the posting instructions if empty. */
                    fields?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: "success" | "accepted" | "rejected" | "duplicate";
                        leadId: string | null;
                        price: number | null;
                        msg: string | null;
                        idempotent: boolean;
                        warnings: {
                            field: string;
                            rule: string;
                            message: string;
                        }[];
                        /**
                         * @description Says what would happen; nothing was kept.
                         * @constant
                         */
                        validateOnly?: true;
                        statusUrl?: string;
                        data: {
                            id: string | null;
                            shortId: string | null;
                            status: string;
                            rejectionReason?: string | null;
                            revenue: string;
                            sales: {
                                price: string;
                                deliveryStatus: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_leads: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description The nextCursor of the page before, with the same filters; empty for the first page. Nothing is counted. */
                cursor?: string;
                status?: string;
                verticalId?: string;
                partnerId?: string;
                campaignId?: string;
                offerId?: string;
                /** @description Leads that were sold to this buyer. */
                buyerId?: string;
                /** @description Leads that were sold by this contract. */
                contractId?: string;
                /** @description Leads of one form: the first, and what came beside it. */
                sessionId?: string;
                dateFrom?: string;
                dateTo?: string;
                /** @description An exact e-mail address, phone number or lead id. Addresses of requests are kept in many places: POST /api/v1/leads/find takes them in its body. */
                search?: string;
                isTest?: "true" | "false";
                isSold?: "true" | "false";
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
                /** @description Not available in this version. */
                isPaid?: unknown;
                /** @description Not available in this version. */
                isScrubbed?: unknown;
                /** @description Not available in this version. */
                isTrashed?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            shortId: string;
                            status: string;
                            rejectionReason: string | null;
                            campaignId: string | null;
                            partnerId: string | null;
                            verticalId: string | null;
                            offerId: string | null;
                            isTest: boolean;
                            state: string | null;
                            price: string | null;
                            payout: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            masked: boolean;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        } | {
                            total: null;
                            limit: number;
                            hasMore: boolean;
                            nextCursor: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_lead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description campaignId and the fields of the campaign, flat or under custom; verticalId and offerId must be its own. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: "success" | "accepted" | "rejected" | "duplicate";
                        leadId: string | null;
                        price: number | null;
                        msg: string | null;
                        idempotent: boolean;
                        warnings: {
                            field: string;
                            rule: string;
                            message: string;
                        }[];
                        /**
                         * @description Says what would happen; nothing was kept.
                         * @constant
                         */
                        validateOnly?: true;
                        statusUrl?: string;
                        data: {
                            id: string | null;
                            shortId: string | null;
                            status: string;
                            rejectionReason?: string | null;
                            revenue: string;
                            sales: {
                                price: string;
                                deliveryStatus: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_public_campaign_specs: {
        parameters: {
            query?: {
                /** @description That of the link. */
                token?: string;
                format?: "json" | "text";
            };
            header?: never;
            path: {
                /** @description The id of the campaign. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            campaignName: string;
                            campaignDisplayId: number;
                            verticalName: string | null;
                            postingSpec: {
                                campaignId: string;
                                campaignDisplayId: number;
                                campaignName: string;
                                verticalName: string | null;
                                postingUrl: string;
                                method: string;
                                contentType: string;
                                /** @description All that are read. */
                                contentTypes: string[];
                                authorization: string;
                                /** @description Shown only when it is made: only a hash of it is kept. */
                                postingKey: null;
                                postingKeyPrefix: string | null;
                                requiredFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                /** @description Global fields that may be sent. */
                                optionalFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                verticalFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                campaignFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                customFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                sampleBody: {
                                    [key: string]: unknown;
                                };
                                allowedOrigins: string[];
                                /** @description The sample body as a request, to paste. */
                                samples: {
                                    curl: string;
                                    javascript: string;
                                    php: string;
                                    python: string;
                                };
                                /** @description An answer of each kind. */
                                responses: {
                                    [key: string]: unknown;
                                };
                                /** @description Why leads are rejected: the code of the posting log, and the text of the answer. */
                                rejections: {
                                    [key: string]: string;
                                };
                                errors: {
                                    code: string;
                                    status: number;
                                    when: string;
                                }[];
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    regenerate_spec_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Opens the posting instructions to whoever has it. */
                            specToken: string;
                            /** @description The public page of the posting instructions. */
                            specUrl: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_campaign_setup_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the campaign, or its display number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            /** @enum {unknown} */
                            status: "active" | "used" | "revoked" | "expired";
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_campaign_setup_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the campaign, or its display number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            /** @enum {unknown} */
                            status: "active" | "used" | "revoked" | "expired";
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            token: string;
                            setupUrl: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revoke_campaign_setup_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the campaign, or its display number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    tokenId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            /** @enum {unknown} */
                            status: "active" | "used" | "revoked" | "expired";
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    use_campaign_setup_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            campaignName: string;
                            campaignDisplayId: number;
                            verticalName: string | null;
                            postingSpec: {
                                campaignId: string;
                                campaignDisplayId: number;
                                campaignName: string;
                                verticalName: string | null;
                                postingUrl: string;
                                method: string;
                                contentType: string;
                                /** @description All that are read. */
                                contentTypes: string[];
                                authorization: string;
                                /** @description Shown only when it is made: only a hash of it is kept. */
                                postingKey: null;
                                postingKeyPrefix: string | null;
                                requiredFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                /** @description Global fields that may be sent. */
                                optionalFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                verticalFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                campaignFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                customFields: {
                                    id: string | null;
                                    name: string;
                                    label: string;
                                    tier: string;
                                    type: string;
                                    fieldType: string;
                                    phiClass: string;
                                    required: boolean;
                                    /** @description Whether a ping may carry it. */
                                    pingSafe: boolean;
                                    options: string[] | null;
                                    sortOrder: number;
                                }[];
                                sampleBody: {
                                    [key: string]: unknown;
                                };
                                allowedOrigins: string[];
                                /** @description The sample body as a request, to paste. */
                                samples: {
                                    curl: string;
                                    javascript: string;
                                    php: string;
                                    python: string;
                                };
                                /** @description An answer of each kind. */
                                responses: {
                                    [key: string]: unknown;
                                };
                                /** @description Why leads are rejected: the code of the posting log, and the text of the answer. */
                                rejections: {
                                    [key: string]: string;
                                };
                                errors: {
                                    code: string;
                                    status: number;
                                    when: string;
                                }[];
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_blocked_ips: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "createdAt";
                sortDirection?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            ipRange: string;
                            fromIp: string;
                            toIp: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_blocked_ip: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An address, a block such as 192.0.2.0/24, or from-to. */
                    ipRange?: string;
                    fromIp?: string;
                    toIp?: string;
                    reason?: string | null;
                    blockReason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            ipRange: string;
                            fromIp: string;
                            toIp: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_blocked_ip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedIpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            ipRange: string;
                            fromIp: string;
                            toIp: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_blocked_ip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedIpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_blocked_ip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedIpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                    blockReason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            ipRange: string;
                            fromIp: string;
                            toIp: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_blocked_caller_ids: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "createdAt";
                sortDirection?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description Masked: the number itself is not kept. */
                            phoneNumber: string;
                            value: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_blocked_caller_id: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phoneNumber?: string;
                    value?: string;
                    reason?: string | null;
                    blockReason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description Masked: the number itself is not kept. */
                            phoneNumber: string;
                            value: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_blocked_caller_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedCallerIdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description Masked: the number itself is not kept. */
                            phoneNumber: string;
                            value: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_blocked_caller_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedCallerIdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_blocked_caller_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedCallerIdId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                    blockReason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description Masked: the number itself is not kept. */
                            phoneNumber: string;
                            value: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_blocked_referrers: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "createdAt";
                sortDirection?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            referrer: string;
                            value: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_blocked_referrer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    referrer?: string;
                    value?: string;
                    reason?: string | null;
                    blockReason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            referrer: string;
                            value: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_blocked_referrer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedReferrerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            referrer: string;
                            value: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_blocked_referrer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedReferrerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_blocked_referrer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                blockedReferrerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                    blockReason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            referrer: string;
                            value: string;
                            reason: string | null;
                            blockReason: string | null;
                            createdBy: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_check_vendors: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "name" | "createdAt";
                sortDirection?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            kind: string;
                            url: string;
                            hasSecret: boolean;
                            sends: string;
                            timeoutMs: number;
                            cacheDays: number;
                            baaState: string;
                            baaReason: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_check_vendor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    kind: "dnc" | "litigator" | "phone" | "email";
                    url: string;
                    /** @description Sent as a bearer token. Kept sealed, and never shown again. */
                    secret?: string;
                    /**
                     * @description The phone number in E.164 or the e-mail address in lower case, or only the SHA-256 of it.
                     * @enum {unknown}
                     */
                    sends?: "plain" | "sha256";
                    /** @description How long it is waited for; 1500. */
                    timeoutMs?: number;
                    /** @description How long an answer may be used again; 30. 0: never. */
                    cacheDays?: number;
                    /**
                     * @description Only with a signed agreement is the vendor asked about leads under hipaa or sud_part2.
                     * @enum {unknown}
                     */
                    baaState?: "signed" | "not_needed" | "none";
                    baaReason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            kind: string;
                            url: string;
                            hasSecret: boolean;
                            sends: string;
                            timeoutMs: number;
                            cacheDays: number;
                            baaState: string;
                            baaReason: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_check_vendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                checkVendorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            kind: string;
                            url: string;
                            hasSecret: boolean;
                            sends: string;
                            timeoutMs: number;
                            cacheDays: number;
                            baaState: string;
                            baaReason: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_check_vendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                checkVendorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_check_vendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                checkVendorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    url?: string;
                    /** @description Sent as a bearer token. Kept sealed, and never shown again. */
                    secret?: string;
                    /**
                     * @description The phone number in E.164 or the e-mail address in lower case, or only the SHA-256 of it.
                     * @enum {unknown}
                     */
                    sends?: "plain" | "sha256";
                    /** @description How long it is waited for; 1500. */
                    timeoutMs?: number;
                    /** @description How long an answer may be used again; 30. 0: never. */
                    cacheDays?: number;
                    /**
                     * @description Only with a signed agreement is the vendor asked about leads under hipaa or sud_part2.
                     * @enum {unknown}
                     */
                    baaState?: "signed" | "not_needed" | "none";
                    baaReason?: string | null;
                    _snapshot?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            kind: string;
                            url: string;
                            hasSecret: boolean;
                            sends: string;
                            timeoutMs: number;
                            cacheDays: number;
                            baaState: string;
                            baaReason: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    try_check_vendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                checkVendorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A number or an address of nobody: 555-0100 to 555-0199 of any area, or one at example.com. */
                    value?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            value: string;
                            /** @description clear, listed, invalid, unknown, no_agreement, not_asked, vendor_down, timed_out, unreachable, connection_lost, http_error, malformed */
                            result: string;
                            reference: string | null;
                            durationMs: number | null;
                            /** @description What it means, as a sentence. */
                            text: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_campaign_checks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            campaignId: string;
                            regime: string;
                            checks: {
                                vendorId: string;
                                name: string;
                                kind: string;
                                failMode: string;
                                /** @description False: the vendor lacks the agreement that the vertical asks for. */
                                mayBeAsked: boolean;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    replace_campaign_checks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    checks: {
                        /**
                         * Format: uuid
                         * @description A UUID.
                         */
                        vendorId: string;
                        /**
                         * @description What becomes of a lead when the vendor gives no answer.
                         * @enum {unknown}
                         */
                        failMode: "accept" | "refuse";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            campaignId: string;
                            regime: string;
                            checks: {
                                vendorId: string;
                                name: string;
                                kind: string;
                                failMode: string;
                                /** @description False: the vendor lacks the agreement that the vertical asks for. */
                                mayBeAsked: boolean;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_lead_checks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            leadId: string | null;
                            campaignId: string;
                            vendorId: string;
                            vendorName: string;
                            kind: string;
                            failMode: string;
                            /** @description clear, listed, invalid, unknown, no_agreement, not_asked, vendor_down, timed_out, unreachable, connection_lost, http_error, malformed */
                            result: string;
                            text: string;
                            reference: string | null;
                            askedAt: string | null;
                            /** @description The answer to an earlier question was used again. */
                            fromCache: boolean;
                            durationMs: number | null;
                            requestId: string;
                            /** @description ISO 8601. */
                            at: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_check_log: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                campaignId?: string;
                vendorId?: string;
                leadId?: string;
                result?: "clear" | "listed" | "invalid" | "unknown" | "no_agreement" | "not_asked" | "vendor_down" | "timed_out" | "unreachable" | "connection_lost" | "http_error" | "malformed";
                dateFrom?: string;
                dateTo?: string;
                /** @description Only of posts that became no lead. */
                refused?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            leadId: string | null;
                            campaignId: string;
                            vendorId: string;
                            vendorName: string;
                            kind: string;
                            failMode: string;
                            /** @description clear, listed, invalid, unknown, no_agreement, not_asked, vendor_down, timed_out, unreachable, connection_lost, http_error, malformed */
                            result: string;
                            text: string;
                            reference: string | null;
                            askedAt: string | null;
                            /** @description The answer to an earlier question was used again. */
                            fromCache: boolean;
                            durationMs: number | null;
                            requestId: string;
                            /** @description ISO 8601. */
                            at: string;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_buyers: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "displayId" | "name" | "status" | "createdAt";
                sortDirection?: "asc" | "desc";
                status?: "pending" | "active" | "paused" | "suspended" | "inactive" | "rejected";
                /** @description A UUID. */
                verticalId?: string;
                pricingModel?: "fixed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            pricingModel: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            brandName: string | null;
                            brandLogoUrl: string | null;
                            brandTcpa: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            billingCycle: string | null;
                            defaultPrice: string | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            dedupEnabled: boolean;
                            dedupFields: string[];
                            dedupWindowDays: number;
                            balance: string | null;
                            creditLimit: string | null;
                            reserved: string | null;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            contractCount: number;
                            activeContractCount: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_buyer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description What the buyer may owe. Null: no limit; 0: nothing on credit. */
                    creditLimit?: (number | string) | null | "";
                    dailyLeadCap?: number | null;
                    weeklyLeadCap?: number | null;
                    monthlyLeadCap?: number | null;
                    dailySpendCap?: (number | string) | null;
                    weeklySpendCap?: (number | string) | null;
                    monthlySpendCap?: (number | string) | null;
                    concurrentLeadCap?: number | null;
                    /** @enum {unknown} */
                    capMode?: "enforce" | "observe";
                    caps?: {
                        daily?: number | null;
                        weekly?: number | null;
                        monthly?: number | null;
                        concurrent?: number | null;
                    } | null;
                    /** @enum {unknown} */
                    status?: "pending" | "active" | "paused" | "suspended" | "inactive" | "rejected";
                    /** @enum {unknown} */
                    pricingModel?: "fixed" | "ping_post";
                    /** @description Whether it is spared a person whom it has bought before. */
                    dedupEnabled?: boolean;
                    /** @description A match on any of these is one. */
                    dedupFields?: string[];
                    /** @description Days since the earlier sale. */
                    dedupWindowDays?: number;
                    firstName?: string | null;
                    lastName?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    company?: string | null;
                    address?: string | null;
                    address2?: string | null;
                    city?: string | null;
                    state?: string | null;
                    zipCode?: string | null;
                    country?: string | null;
                    website?: string | null;
                    timezone?: string | null;
                    /** @enum {unknown} */
                    legalEntityType?: "individual" | "corporation" | "llc" | "partnership" | "sole_proprietorship" | "other" | null;
                    brandName?: string | null;
                    brandLogoUrl?: string | null;
                    brandTcpa?: string | null;
                    billingContactName?: string | null;
                    billingContactEmail?: string | null;
                    billingContactPhone?: string | null;
                    paymentTerms?: string | null;
                    billingCycle?: ("weekly" | "bimonthly" | "monthly" | "prepay") | null;
                    defaultPrice?: (number | string) | null;
                    acceptsReturns?: boolean;
                    returnWindow?: number | null;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    /** @description Not available in this version. */
                    autoRecharge?: unknown;
                    /** @description Not available in this version. */
                    autoRechargeAmount?: unknown;
                    /** @description Not available in this version. */
                    autoRechargeThreshold?: unknown;
                    /** @description Not available in this version. */
                    taxId?: unknown;
                    /** @description Not available in this version. */
                    salesRepId?: unknown;
                    /** @description Not available in this version. */
                    accountManagerId?: unknown;
                    /** @description Not available in this version. */
                    postbackKey?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerName?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerPhone?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerId?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseRedirectUrl?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerMediaUrl?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerMediaType?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            pricingModel: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            brandName: string | null;
                            brandLogoUrl: string | null;
                            brandTcpa: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            billingCycle: string | null;
                            defaultPrice: string | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            dedupEnabled: boolean;
                            dedupFields: string[];
                            dedupWindowDays: number;
                            balance: string | null;
                            creditLimit: string | null;
                            reserved: string | null;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            contractCount: number;
                            activeContractCount: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_buyer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            pricingModel: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            brandName: string | null;
                            brandLogoUrl: string | null;
                            brandTcpa: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            billingCycle: string | null;
                            defaultPrice: string | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            dedupEnabled: boolean;
                            dedupFields: string[];
                            dedupWindowDays: number;
                            balance: string | null;
                            creditLimit: string | null;
                            reserved: string | null;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            contractCount: number;
                            activeContractCount: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_buyer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_buyer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description What the buyer may owe. Null: no limit; 0: nothing on credit. */
                    creditLimit?: (number | string) | null | "";
                    dailyLeadCap?: number | null;
                    weeklyLeadCap?: number | null;
                    monthlyLeadCap?: number | null;
                    dailySpendCap?: (number | string) | null;
                    weeklySpendCap?: (number | string) | null;
                    monthlySpendCap?: (number | string) | null;
                    concurrentLeadCap?: number | null;
                    /** @enum {unknown} */
                    capMode?: "enforce" | "observe";
                    caps?: {
                        daily?: number | null;
                        weekly?: number | null;
                        monthly?: number | null;
                        concurrent?: number | null;
                    } | null;
                    /** @enum {unknown} */
                    status?: "pending" | "active" | "paused" | "suspended" | "inactive" | "rejected";
                    /** @enum {unknown} */
                    pricingModel?: "fixed" | "ping_post";
                    /** @description Whether it is spared a person whom it has bought before. */
                    dedupEnabled?: boolean;
                    /** @description A match on any of these is one. */
                    dedupFields?: string[];
                    /** @description Days since the earlier sale. */
                    dedupWindowDays?: number;
                    firstName?: string | null;
                    lastName?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    company?: string | null;
                    address?: string | null;
                    address2?: string | null;
                    city?: string | null;
                    state?: string | null;
                    zipCode?: string | null;
                    country?: string | null;
                    website?: string | null;
                    timezone?: string | null;
                    /** @enum {unknown} */
                    legalEntityType?: "individual" | "corporation" | "llc" | "partnership" | "sole_proprietorship" | "other" | null;
                    brandName?: string | null;
                    brandLogoUrl?: string | null;
                    brandTcpa?: string | null;
                    billingContactName?: string | null;
                    billingContactEmail?: string | null;
                    billingContactPhone?: string | null;
                    paymentTerms?: string | null;
                    billingCycle?: ("weekly" | "bimonthly" | "monthly" | "prepay") | null;
                    defaultPrice?: (number | string) | null;
                    acceptsReturns?: boolean;
                    returnWindow?: number | null;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    /** @description Not available in this version. */
                    autoRecharge?: unknown;
                    /** @description Not available in this version. */
                    autoRechargeAmount?: unknown;
                    /** @description Not available in this version. */
                    autoRechargeThreshold?: unknown;
                    /** @description Not available in this version. */
                    taxId?: unknown;
                    /** @description Not available in this version. */
                    salesRepId?: unknown;
                    /** @description Not available in this version. */
                    accountManagerId?: unknown;
                    /** @description Not available in this version. */
                    postbackKey?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerName?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerPhone?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerId?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseRedirectUrl?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerMediaUrl?: unknown;
                    /** @description Not available in this version. */
                    partnerResponseBuyerMediaType?: unknown;
                    /** @description With a status other than active: switch its contracts off too. */
                    deactivateChildren?: boolean;
                    /** @description Not available in this version. */
                    pauseSubscriptions?: unknown;
                    _snapshot?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            pricingModel: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            brandName: string | null;
                            brandLogoUrl: string | null;
                            brandTcpa: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            billingCycle: string | null;
                            defaultPrice: string | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            dedupEnabled: boolean;
                            dedupFields: string[];
                            dedupWindowDays: number;
                            balance: string | null;
                            creditLimit: string | null;
                            reserved: string | null;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            contractCount: number;
                            activeContractCount: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                        deactivatedContracts?: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_buyer_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    status: "pending" | "active" | "paused" | "suspended" | "inactive" | "rejected";
                    /** @description Not available in this version. */
                    pauseSubscriptions?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            pricingModel: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            brandName: string | null;
                            brandLogoUrl: string | null;
                            brandTcpa: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            billingCycle: string | null;
                            defaultPrice: string | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            dedupEnabled: boolean;
                            dedupFields: string[];
                            dedupWindowDays: number;
                            balance: string | null;
                            creditLimit: string | null;
                            reserved: string | null;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            contractCount: number;
                            activeContractCount: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                        deactivatedContracts?: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patch_buyer_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    status: "pending" | "active" | "paused" | "suspended" | "inactive" | "rejected";
                    /** @description Not available in this version. */
                    pauseSubscriptions?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            pricingModel: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            company: string | null;
                            address: string | null;
                            address2: string | null;
                            city: string | null;
                            state: string | null;
                            zipCode: string | null;
                            country: string | null;
                            website: string | null;
                            timezone: string | null;
                            legalEntityType: string | null;
                            brandName: string | null;
                            brandLogoUrl: string | null;
                            brandTcpa: string | null;
                            billingContactName: string | null;
                            billingContactEmail: string | null;
                            billingContactPhone: string | null;
                            paymentTerms: string | null;
                            billingCycle: string | null;
                            defaultPrice: string | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            dedupEnabled: boolean;
                            dedupFields: string[];
                            dedupWindowDays: number;
                            balance: string | null;
                            creditLimit: string | null;
                            reserved: string | null;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            contractCount: number;
                            activeContractCount: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                        deactivatedContracts?: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_buyer_balance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            balance: string;
                            creditLimit: string | null;
                            available: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    adjust_buyer_balance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A payment or a fee: above zero. An adjustment: above zero the buyer owes less, below zero more. */
                    amount: number | string;
                    /** @enum {unknown} */
                    type?: "payment" | "adjustment" | "fee";
                    notes?: string | null;
                    reference?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            balance: string;
                            creditLimit: string | null;
                            available: string | null;
                            adjustment: {
                                id: string;
                                buyerId: string;
                                type: string;
                                /** @description What the buyer owes more by it; below zero, less. */
                                change: string;
                                notes: string | null;
                                reference: string | null;
                                /** @description ISO 8601. */
                                createdAt: string;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_buyer_adjustments: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            buyerId: string;
                            type: string;
                            /** @description What the buyer owes more by it; below zero, less. */
                            change: string;
                            notes: string | null;
                            reference: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_contracts: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "displayId" | "name" | "status" | "price" | "priority" | "createdAt";
                sortDirection?: "asc" | "desc";
                status?: "setup" | "active" | "paused" | "expired" | "inactive" | "archived";
                /** @description A UUID. */
                buyerId?: string;
                /** @description A UUID. */
                verticalId?: string;
                /** @description A UUID. */
                offerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            version: number;
                            buyerId: string;
                            buyerName: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            pricingModel: string;
                            requiresPing: boolean;
                            pingUrl: string | null;
                            pingAuthType: string | null;
                            pingTimeout: number | null;
                            pingFields: string[];
                            minimumBidFloor: string | null;
                            price: string;
                            pricePerLead: string;
                            priority: number;
                            weight: number;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            scheduleTimezone: string | null;
                            scheduleHours: {
                                day: number;
                                startTime: string;
                                endTime: string;
                                active: boolean;
                            }[] | null;
                            schedule: {
                                timezone: string | null;
                                startDate: string | null;
                                endDate: string | null;
                            };
                            holidays: string[];
                            pauses: {
                                from: string;
                                to: string;
                            }[];
                            expiresAt: string | null;
                            closedHours: string;
                            pacing: string;
                            ramp: {
                                start: number;
                                startDate: string;
                                step: number;
                                every: string;
                            } | null;
                            exclusiveMultiplier: string;
                            ruleType: string;
                            allowMultiSale: boolean;
                            geoFilters: {
                                states: string[];
                                zipCodes: string[];
                                cities: string[];
                                radii: {
                                    zipCode: string | null;
                                    latitude: number;
                                    longitude: number;
                                    miles: number;
                                }[];
                                exclude: boolean;
                            } | null;
                            demographicFilters: {
                                minAge: number | null;
                                maxAge: number | null;
                                gender: string[];
                            } | null;
                            customFilters: {
                                [key: string]: unknown;
                            }[];
                            licensedFields: string[];
                            deliveryMethod: string;
                            deliveryFormat: string;
                            deliveryUrl: string | null;
                            deliveryTimeoutMs: number;
                            deliveryConfig: {
                                id: string;
                                type: string;
                                enabled: boolean;
                                isPrimary: boolean;
                                url: string;
                                format: string;
                                timeout: number;
                                authType: string;
                            }[];
                            uncertainPolicy: string;
                            whenPackEmpty: string;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            returnDispositions: string[] | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_contract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    buyerId: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    verticalId: string;
                    /** @enum {unknown} */
                    status?: "setup" | "active" | "paused" | "expired" | "inactive" | "archived";
                    /** @enum {unknown} */
                    pricingModel?: "fixed" | "per_lead" | "ping_post";
                    /** @description Another spelling of the pricing model ping_post. */
                    requiresPing?: boolean;
                    /** @description Milliseconds; the campaign may allow less. */
                    pingTimeout?: number;
                    pingDeliveryConfig?: {
                        url: string;
                        /** @enum {unknown} */
                        authType?: "none" | "basic" | "bearer" | "api_key";
                        authCredentials?: {
                            username?: string;
                            password?: string;
                            token?: string;
                            headerName?: string;
                        } | null;
                    } | null;
                    /** @description The only fields that a request for a bid tells; state and zipCode unless given. */
                    pingFields?: string[];
                    minimumBidFloor?: (number | string) | null;
                    price?: number | string;
                    pricePerLead?: number | string;
                    /** @description Lowest first; 10 unless given. */
                    priority?: number;
                    weight?: number;
                    dailyLeadCap?: number | null;
                    weeklyLeadCap?: number | null;
                    monthlyLeadCap?: number | null;
                    dailySpendCap?: (number | string) | null;
                    weeklySpendCap?: (number | string) | null;
                    monthlySpendCap?: (number | string) | null;
                    concurrentLeadCap?: number | null;
                    /** @enum {unknown} */
                    capMode?: "enforce" | "observe";
                    caps?: {
                        daily?: number | null;
                        weekly?: number | null;
                        monthly?: number | null;
                        concurrent?: number | null;
                    } | null;
                    scheduleTimezone?: string | null;
                    /**
                     * @description A list of {day, startTime, endTime, active} (day 0 is Sunday; several a day are well), or an object
                     *             by day of the week with a list of [start, end]; times as 09:00, 24:00 is midnight. Null: always open.
                     */
                    scheduleHours?: unknown;
                    schedule?: {
                        timezone?: string | null;
                        days?: number[] | null;
                        startTime?: string | null;
                        endTime?: string | null;
                        startDate?: string | null;
                        endDate?: string | null;
                    } | null;
                    holidays?: string[] | null;
                    pauses?: {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                    }[] | null;
                    expiresAt?: string | null;
                    /**
                     * @description What becomes of a lead while it is closed. One is held for at most 14 days.
                     * @enum {unknown}
                     */
                    closedHours?: "refuse" | "hold";
                    /** @enum {unknown} */
                    pacing?: "none" | "even";
                    ramp?: {
                        start: number;
                        /** Format: date */
                        startDate: string;
                        step: number;
                        /** @enum {unknown} */
                        every: "day" | "week";
                    } | null;
                    exclusiveMultiplier?: (number | string) | null;
                    /** @enum {unknown} */
                    ruleType?: "exclusive" | "multisale" | "oneToOne";
                    /** @description False: buys only leads that nobody else gets. */
                    allowMultiSale?: boolean;
                    /** @description {states, zipCodes, cities, radii, exclude}; a ZIP code may be a prefix such as 902*, a radius is {zipCode, miles} or {latitude, longitude, miles}. */
                    geoFilters?: unknown;
                    /** @description Another spelling of geoFilters. */
                    geo?: unknown;
                    /** @description {minAge, maxAge, gender}. */
                    demographicFilters?: unknown;
                    /** @description A list of {field, operator, value} and of groups, {any: […]} or {all: […]}, or an object by field. */
                    customFilters?: unknown;
                    /** @description The only fields that the buyer gets. */
                    licensedFields?: string[];
                    deliveryUrl?: string | null;
                    deliveryUrlOverride?: string | null;
                    deliveryConfig?: {
                        id?: string;
                        /** @enum {unknown} */
                        type: "http_post" | "http_get" | "email" | "ftp" | "google_sheets" | "sms";
                        enabled?: boolean;
                        isPrimary?: boolean;
                        url: string;
                        /** @enum {unknown} */
                        format?: "json" | "xml" | "form";
                        /** @description Seconds. */
                        timeout?: number;
                        /** @enum {unknown} */
                        authType?: "none" | "basic" | "bearer" | "api_key";
                        authCredentials?: {
                            username?: string;
                            password?: string;
                            token?: string;
                            headerName?: string;
                        } | null;
                        /** @description Not available in this version. */
                        headers?: unknown;
                        /** @description Not available in this version. */
                        fieldMapping?: unknown;
                        /** @description Not available in this version. */
                        bodyTemplate?: unknown;
                        /** @description Not available in this version. */
                        urlTemplate?: unknown;
                        /** @description Not available in this version. */
                        responseMappingRules?: unknown;
                        /** @description Not available in this version. */
                        responseFieldMapping?: unknown;
                        /** @description Not available in this version. */
                        responseTokens?: unknown;
                        /** @description Not available in this version. */
                        emailTo?: unknown;
                        /** @description Not available in this version. */
                        emailCc?: unknown;
                        /** @description Not available in this version. */
                        emailSubject?: unknown;
                        /** @description Not available in this version. */
                        emailTemplate?: unknown;
                        /** @description Not available in this version. */
                        emailBody?: unknown;
                        /** @description Not available in this version. */
                        ftpHost?: unknown;
                        /** @description Not available in this version. */
                        ftpPath?: unknown;
                        /** @description Not available in this version. */
                        ftpUsername?: unknown;
                        /** @description Not available in this version. */
                        ftpPassword?: unknown;
                        /** @description Not available in this version. */
                        spreadsheetId?: unknown;
                        /** @description Not available in this version. */
                        sheetName?: unknown;
                        /** @description Not available in this version. */
                        shareWithEmail?: unknown;
                        /** @description Not available in this version. */
                        phoneSource?: unknown;
                        /** @description Not available in this version. */
                        phoneNumber?: unknown;
                        /** @description Not available in this version. */
                        messageBody?: unknown;
                        /** @description Not available in this version. */
                        templateSlug?: unknown;
                        /** @description Not available in this version. */
                        fromNumberOverride?: unknown;
                        /** @description Not available in this version. */
                        retries?: unknown;
                    }[] | null;
                    deliveryTimeoutMs?: number;
                    /** @enum {unknown} */
                    uncertainPolicy?: "resend" | "hold";
                    /** @enum {unknown} */
                    whenPackEmpty?: "refuse" | "bill";
                    /** @description Null: as the buyer says. */
                    dedupEnabled?: boolean | null;
                    dedupWindowDays?: number | null;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    acceptsReturns?: boolean;
                    returnWindow?: number | null;
                    returnDispositions?: string[] | null;
                    /** @description Not available in this version. */
                    minQualityScore?: unknown;
                    /** @description Not available in this version. */
                    deliveryEmail?: unknown;
                    /** @description Not available in this version. */
                    fieldMapping?: unknown;
                    /** @description Not available in this version. */
                    filters?: unknown;
                    /** @description Not available in this version. */
                    intakeCenterId?: unknown;
                    /** @description Not available in this version. */
                    contactId?: unknown;
                    /** @description Not available in this version. */
                    inboundWebhookKey?: unknown;
                    /** @description Not available in this version. */
                    productId?: unknown;
                    /** @description Not available in this version. */
                    revenueOnCpa?: unknown;
                    /** @description Not available in this version. */
                    allowZeroCpaConversion?: unknown;
                    /** @description Not available in this version. */
                    cpaAmount?: unknown;
                    /** @description Not available in this version. */
                    cpaWindowDays?: unknown;
                    /** @description Not available in this version. */
                    cpaLookbackDays?: unknown;
                    /** @description Not available in this version. */
                    cpaLookbackExcludeDays?: unknown;
                    /** @description Not available in this version. */
                    callEnabled?: unknown;
                    /** @description Not available in this version. */
                    callConnectPrice?: unknown;
                    /** @description Not available in this version. */
                    callMinDuration?: unknown;
                    /** @description Not available in this version. */
                    callPhoneNumber?: unknown;
                    /** @description Not available in this version. */
                    callBackupNumber?: unknown;
                    /** @description Not available in this version. */
                    callRingTimeout?: unknown;
                    /** @description Not available in this version. */
                    callWhisperMessage?: unknown;
                    /** @description Not available in this version. */
                    callWhisperRequired?: unknown;
                    /** @description Not available in this version. */
                    recordCallsOverride?: unknown;
                    /** @description Not available in this version. */
                    dailyCallCap?: unknown;
                    /** @description Not available in this version. */
                    weeklyCallCap?: unknown;
                    /** @description Not available in this version. */
                    monthlyCallCap?: unknown;
                    /** @description Not available in this version. */
                    premiumDestinationAck?: unknown;
                    /** @description Not available in this version. */
                    premiumDestinationSurchargeCreditsPerMin?: unknown;
                    /** @description Not available in this version. */
                    aiDialerEnabled?: unknown;
                    /** @description Not available in this version. */
                    aiDialerAgentId?: unknown;
                    /** @description Not available in this version. */
                    aiDialerCadenceId?: unknown;
                    /** @description Not available in this version. */
                    confirmDisableCall?: unknown;
                    /** @description Not available in this version. */
                    alsoPauseSubscription?: unknown;
                    /** @description Not available in this version. */
                    alsoResumeSubscription?: unknown;
                    /** @description Not available in this version. */
                    deliveryMethod?: unknown;
                    /** @description Not available in this version. */
                    deliveryMethodOverride?: unknown;
                    /** @description Not available in this version. */
                    deliveryFormat?: unknown;
                    /** @description Not available in this version. */
                    phoneFormat?: unknown;
                    /** @description Not available in this version. */
                    revenueOnAcceptance?: unknown;
                    /** @description Not available in this version. */
                    callCapMode?: unknown;
                    /** @description Not available in this version. */
                    aiDialerDelaySeconds?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            version: number;
                            buyerId: string;
                            buyerName: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            pricingModel: string;
                            requiresPing: boolean;
                            pingUrl: string | null;
                            pingAuthType: string | null;
                            pingTimeout: number | null;
                            pingFields: string[];
                            minimumBidFloor: string | null;
                            price: string;
                            pricePerLead: string;
                            priority: number;
                            weight: number;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            scheduleTimezone: string | null;
                            scheduleHours: {
                                day: number;
                                startTime: string;
                                endTime: string;
                                active: boolean;
                            }[] | null;
                            schedule: {
                                timezone: string | null;
                                startDate: string | null;
                                endDate: string | null;
                            };
                            holidays: string[];
                            pauses: {
                                from: string;
                                to: string;
                            }[];
                            expiresAt: string | null;
                            closedHours: string;
                            pacing: string;
                            ramp: {
                                start: number;
                                startDate: string;
                                step: number;
                                every: string;
                            } | null;
                            exclusiveMultiplier: string;
                            ruleType: string;
                            allowMultiSale: boolean;
                            geoFilters: {
                                states: string[];
                                zipCodes: string[];
                                cities: string[];
                                radii: {
                                    zipCode: string | null;
                                    latitude: number;
                                    longitude: number;
                                    miles: number;
                                }[];
                                exclude: boolean;
                            } | null;
                            demographicFilters: {
                                minAge: number | null;
                                maxAge: number | null;
                                gender: string[];
                            } | null;
                            customFilters: {
                                [key: string]: unknown;
                            }[];
                            licensedFields: string[];
                            deliveryMethod: string;
                            deliveryFormat: string;
                            deliveryUrl: string | null;
                            deliveryTimeoutMs: number;
                            deliveryConfig: {
                                id: string;
                                type: string;
                                enabled: boolean;
                                isPrimary: boolean;
                                url: string;
                                format: string;
                                timeout: number;
                                authType: string;
                            }[];
                            uncertainPolicy: string;
                            whenPackEmpty: string;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            returnDispositions: string[] | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                            /** @description Signs deliveries (Standard Webhooks). Shown once: keep it. */
                            signingSecret: string;
                            warnings: {
                                field: string;
                                rule: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            version: number;
                            buyerId: string;
                            buyerName: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            pricingModel: string;
                            requiresPing: boolean;
                            pingUrl: string | null;
                            pingAuthType: string | null;
                            pingTimeout: number | null;
                            pingFields: string[];
                            minimumBidFloor: string | null;
                            price: string;
                            pricePerLead: string;
                            priority: number;
                            weight: number;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            scheduleTimezone: string | null;
                            scheduleHours: {
                                day: number;
                                startTime: string;
                                endTime: string;
                                active: boolean;
                            }[] | null;
                            schedule: {
                                timezone: string | null;
                                startDate: string | null;
                                endDate: string | null;
                            };
                            holidays: string[];
                            pauses: {
                                from: string;
                                to: string;
                            }[];
                            expiresAt: string | null;
                            closedHours: string;
                            pacing: string;
                            ramp: {
                                start: number;
                                startDate: string;
                                step: number;
                                every: string;
                            } | null;
                            exclusiveMultiplier: string;
                            ruleType: string;
                            allowMultiSale: boolean;
                            geoFilters: {
                                states: string[];
                                zipCodes: string[];
                                cities: string[];
                                radii: {
                                    zipCode: string | null;
                                    latitude: number;
                                    longitude: number;
                                    miles: number;
                                }[];
                                exclude: boolean;
                            } | null;
                            demographicFilters: {
                                minAge: number | null;
                                maxAge: number | null;
                                gender: string[];
                            } | null;
                            customFilters: {
                                [key: string]: unknown;
                            }[];
                            licensedFields: string[];
                            deliveryMethod: string;
                            deliveryFormat: string;
                            deliveryUrl: string | null;
                            deliveryTimeoutMs: number;
                            deliveryConfig: {
                                id: string;
                                type: string;
                                enabled: boolean;
                                isPrimary: boolean;
                                url: string;
                                format: string;
                                timeout: number;
                                authType: string;
                            }[];
                            uncertainPolicy: string;
                            whenPackEmpty: string;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            returnDispositions: string[] | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    buyerId?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    verticalId?: string;
                    /** @description Make a new signing secret; the old one is void at once. */
                    rotateSigningSecret?: boolean;
                    /** @enum {unknown} */
                    status?: "setup" | "active" | "paused" | "expired" | "inactive" | "archived";
                    /** @enum {unknown} */
                    pricingModel?: "fixed" | "per_lead" | "ping_post";
                    /** @description Another spelling of the pricing model ping_post. */
                    requiresPing?: boolean;
                    /** @description Milliseconds; the campaign may allow less. */
                    pingTimeout?: number;
                    pingDeliveryConfig?: {
                        url: string;
                        /** @enum {unknown} */
                        authType?: "none" | "basic" | "bearer" | "api_key";
                        authCredentials?: {
                            username?: string;
                            password?: string;
                            token?: string;
                            headerName?: string;
                        } | null;
                    } | null;
                    /** @description The only fields that a request for a bid tells; state and zipCode unless given. */
                    pingFields?: string[];
                    minimumBidFloor?: (number | string) | null;
                    price?: number | string;
                    pricePerLead?: number | string;
                    /** @description Lowest first; 10 unless given. */
                    priority?: number;
                    weight?: number;
                    dailyLeadCap?: number | null;
                    weeklyLeadCap?: number | null;
                    monthlyLeadCap?: number | null;
                    dailySpendCap?: (number | string) | null;
                    weeklySpendCap?: (number | string) | null;
                    monthlySpendCap?: (number | string) | null;
                    concurrentLeadCap?: number | null;
                    /** @enum {unknown} */
                    capMode?: "enforce" | "observe";
                    caps?: {
                        daily?: number | null;
                        weekly?: number | null;
                        monthly?: number | null;
                        concurrent?: number | null;
                    } | null;
                    scheduleTimezone?: string | null;
                    /**
                     * @description A list of {day, startTime, endTime, active} (day 0 is Sunday; several a day are well), or an object
                     *             by day of the week with a list of [start, end]; times as 09:00, 24:00 is midnight. Null: always open.
                     */
                    scheduleHours?: unknown;
                    schedule?: {
                        timezone?: string | null;
                        days?: number[] | null;
                        startTime?: string | null;
                        endTime?: string | null;
                        startDate?: string | null;
                        endDate?: string | null;
                    } | null;
                    holidays?: string[] | null;
                    pauses?: {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                    }[] | null;
                    expiresAt?: string | null;
                    /**
                     * @description What becomes of a lead while it is closed. One is held for at most 14 days.
                     * @enum {unknown}
                     */
                    closedHours?: "refuse" | "hold";
                    /** @enum {unknown} */
                    pacing?: "none" | "even";
                    ramp?: {
                        start: number;
                        /** Format: date */
                        startDate: string;
                        step: number;
                        /** @enum {unknown} */
                        every: "day" | "week";
                    } | null;
                    exclusiveMultiplier?: (number | string) | null;
                    /** @enum {unknown} */
                    ruleType?: "exclusive" | "multisale" | "oneToOne";
                    /** @description False: buys only leads that nobody else gets. */
                    allowMultiSale?: boolean;
                    /** @description {states, zipCodes, cities, radii, exclude}; a ZIP code may be a prefix such as 902*, a radius is {zipCode, miles} or {latitude, longitude, miles}. */
                    geoFilters?: unknown;
                    /** @description Another spelling of geoFilters. */
                    geo?: unknown;
                    /** @description {minAge, maxAge, gender}. */
                    demographicFilters?: unknown;
                    /** @description A list of {field, operator, value} and of groups, {any: […]} or {all: […]}, or an object by field. */
                    customFilters?: unknown;
                    /** @description The only fields that the buyer gets. */
                    licensedFields?: string[];
                    deliveryUrl?: string | null;
                    deliveryUrlOverride?: string | null;
                    deliveryConfig?: {
                        id?: string;
                        /** @enum {unknown} */
                        type: "http_post" | "http_get" | "email" | "ftp" | "google_sheets" | "sms";
                        enabled?: boolean;
                        isPrimary?: boolean;
                        url: string;
                        /** @enum {unknown} */
                        format?: "json" | "xml" | "form";
                        /** @description Seconds. */
                        timeout?: number;
                        /** @enum {unknown} */
                        authType?: "none" | "basic" | "bearer" | "api_key";
                        authCredentials?: {
                            username?: string;
                            password?: string;
                            token?: string;
                            headerName?: string;
                        } | null;
                        /** @description Not available in this version. */
                        headers?: unknown;
                        /** @description Not available in this version. */
                        fieldMapping?: unknown;
                        /** @description Not available in this version. */
                        bodyTemplate?: unknown;
                        /** @description Not available in this version. */
                        urlTemplate?: unknown;
                        /** @description Not available in this version. */
                        responseMappingRules?: unknown;
                        /** @description Not available in this version. */
                        responseFieldMapping?: unknown;
                        /** @description Not available in this version. */
                        responseTokens?: unknown;
                        /** @description Not available in this version. */
                        emailTo?: unknown;
                        /** @description Not available in this version. */
                        emailCc?: unknown;
                        /** @description Not available in this version. */
                        emailSubject?: unknown;
                        /** @description Not available in this version. */
                        emailTemplate?: unknown;
                        /** @description Not available in this version. */
                        emailBody?: unknown;
                        /** @description Not available in this version. */
                        ftpHost?: unknown;
                        /** @description Not available in this version. */
                        ftpPath?: unknown;
                        /** @description Not available in this version. */
                        ftpUsername?: unknown;
                        /** @description Not available in this version. */
                        ftpPassword?: unknown;
                        /** @description Not available in this version. */
                        spreadsheetId?: unknown;
                        /** @description Not available in this version. */
                        sheetName?: unknown;
                        /** @description Not available in this version. */
                        shareWithEmail?: unknown;
                        /** @description Not available in this version. */
                        phoneSource?: unknown;
                        /** @description Not available in this version. */
                        phoneNumber?: unknown;
                        /** @description Not available in this version. */
                        messageBody?: unknown;
                        /** @description Not available in this version. */
                        templateSlug?: unknown;
                        /** @description Not available in this version. */
                        fromNumberOverride?: unknown;
                        /** @description Not available in this version. */
                        retries?: unknown;
                    }[] | null;
                    deliveryTimeoutMs?: number;
                    /** @enum {unknown} */
                    uncertainPolicy?: "resend" | "hold";
                    /** @enum {unknown} */
                    whenPackEmpty?: "refuse" | "bill";
                    /** @description Null: as the buyer says. */
                    dedupEnabled?: boolean | null;
                    dedupWindowDays?: number | null;
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    acceptsReturns?: boolean;
                    returnWindow?: number | null;
                    returnDispositions?: string[] | null;
                    /** @description Not available in this version. */
                    minQualityScore?: unknown;
                    /** @description Not available in this version. */
                    deliveryEmail?: unknown;
                    /** @description Not available in this version. */
                    fieldMapping?: unknown;
                    /** @description Not available in this version. */
                    filters?: unknown;
                    /** @description Not available in this version. */
                    intakeCenterId?: unknown;
                    /** @description Not available in this version. */
                    contactId?: unknown;
                    /** @description Not available in this version. */
                    inboundWebhookKey?: unknown;
                    /** @description Not available in this version. */
                    productId?: unknown;
                    /** @description Not available in this version. */
                    revenueOnCpa?: unknown;
                    /** @description Not available in this version. */
                    allowZeroCpaConversion?: unknown;
                    /** @description Not available in this version. */
                    cpaAmount?: unknown;
                    /** @description Not available in this version. */
                    cpaWindowDays?: unknown;
                    /** @description Not available in this version. */
                    cpaLookbackDays?: unknown;
                    /** @description Not available in this version. */
                    cpaLookbackExcludeDays?: unknown;
                    /** @description Not available in this version. */
                    callEnabled?: unknown;
                    /** @description Not available in this version. */
                    callConnectPrice?: unknown;
                    /** @description Not available in this version. */
                    callMinDuration?: unknown;
                    /** @description Not available in this version. */
                    callPhoneNumber?: unknown;
                    /** @description Not available in this version. */
                    callBackupNumber?: unknown;
                    /** @description Not available in this version. */
                    callRingTimeout?: unknown;
                    /** @description Not available in this version. */
                    callWhisperMessage?: unknown;
                    /** @description Not available in this version. */
                    callWhisperRequired?: unknown;
                    /** @description Not available in this version. */
                    recordCallsOverride?: unknown;
                    /** @description Not available in this version. */
                    dailyCallCap?: unknown;
                    /** @description Not available in this version. */
                    weeklyCallCap?: unknown;
                    /** @description Not available in this version. */
                    monthlyCallCap?: unknown;
                    /** @description Not available in this version. */
                    premiumDestinationAck?: unknown;
                    /** @description Not available in this version. */
                    premiumDestinationSurchargeCreditsPerMin?: unknown;
                    /** @description Not available in this version. */
                    aiDialerEnabled?: unknown;
                    /** @description Not available in this version. */
                    aiDialerAgentId?: unknown;
                    /** @description Not available in this version. */
                    aiDialerCadenceId?: unknown;
                    /** @description Not available in this version. */
                    confirmDisableCall?: unknown;
                    /** @description Not available in this version. */
                    alsoPauseSubscription?: unknown;
                    /** @description Not available in this version. */
                    alsoResumeSubscription?: unknown;
                    /** @description Not available in this version. */
                    deliveryMethod?: unknown;
                    /** @description Not available in this version. */
                    deliveryMethodOverride?: unknown;
                    /** @description Not available in this version. */
                    deliveryFormat?: unknown;
                    /** @description Not available in this version. */
                    phoneFormat?: unknown;
                    /** @description Not available in this version. */
                    revenueOnAcceptance?: unknown;
                    /** @description Not available in this version. */
                    callCapMode?: unknown;
                    /** @description Not available in this version. */
                    aiDialerDelaySeconds?: unknown;
                    _snapshot?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            version: number;
                            buyerId: string;
                            buyerName: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            pricingModel: string;
                            requiresPing: boolean;
                            pingUrl: string | null;
                            pingAuthType: string | null;
                            pingTimeout: number | null;
                            pingFields: string[];
                            minimumBidFloor: string | null;
                            price: string;
                            pricePerLead: string;
                            priority: number;
                            weight: number;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            scheduleTimezone: string | null;
                            scheduleHours: {
                                day: number;
                                startTime: string;
                                endTime: string;
                                active: boolean;
                            }[] | null;
                            schedule: {
                                timezone: string | null;
                                startDate: string | null;
                                endDate: string | null;
                            };
                            holidays: string[];
                            pauses: {
                                from: string;
                                to: string;
                            }[];
                            expiresAt: string | null;
                            closedHours: string;
                            pacing: string;
                            ramp: {
                                start: number;
                                startDate: string;
                                step: number;
                                every: string;
                            } | null;
                            exclusiveMultiplier: string;
                            ruleType: string;
                            allowMultiSale: boolean;
                            geoFilters: {
                                states: string[];
                                zipCodes: string[];
                                cities: string[];
                                radii: {
                                    zipCode: string | null;
                                    latitude: number;
                                    longitude: number;
                                    miles: number;
                                }[];
                                exclude: boolean;
                            } | null;
                            demographicFilters: {
                                minAge: number | null;
                                maxAge: number | null;
                                gender: string[];
                            } | null;
                            customFilters: {
                                [key: string]: unknown;
                            }[];
                            licensedFields: string[];
                            deliveryMethod: string;
                            deliveryFormat: string;
                            deliveryUrl: string | null;
                            deliveryTimeoutMs: number;
                            deliveryConfig: {
                                id: string;
                                type: string;
                                enabled: boolean;
                                isPrimary: boolean;
                                url: string;
                                format: string;
                                timeout: number;
                                authType: string;
                            }[];
                            uncertainPolicy: string;
                            whenPackEmpty: string;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            returnDispositions: string[] | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                        /** @description Signs deliveries (Standard Webhooks). Shown once: keep it. */
                        signingSecret?: string;
                        warnings: {
                            field: string;
                            rule: string;
                            message: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_contract_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    status: "setup" | "active" | "paused" | "expired" | "inactive" | "archived";
                    /** @description Not available in this version. */
                    alsoPauseSubscription?: unknown;
                    /** @description Not available in this version. */
                    alsoResumeSubscription?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            version: number;
                            buyerId: string;
                            buyerName: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            pricingModel: string;
                            requiresPing: boolean;
                            pingUrl: string | null;
                            pingAuthType: string | null;
                            pingTimeout: number | null;
                            pingFields: string[];
                            minimumBidFloor: string | null;
                            price: string;
                            pricePerLead: string;
                            priority: number;
                            weight: number;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            scheduleTimezone: string | null;
                            scheduleHours: {
                                day: number;
                                startTime: string;
                                endTime: string;
                                active: boolean;
                            }[] | null;
                            schedule: {
                                timezone: string | null;
                                startDate: string | null;
                                endDate: string | null;
                            };
                            holidays: string[];
                            pauses: {
                                from: string;
                                to: string;
                            }[];
                            expiresAt: string | null;
                            closedHours: string;
                            pacing: string;
                            ramp: {
                                start: number;
                                startDate: string;
                                step: number;
                                every: string;
                            } | null;
                            exclusiveMultiplier: string;
                            ruleType: string;
                            allowMultiSale: boolean;
                            geoFilters: {
                                states: string[];
                                zipCodes: string[];
                                cities: string[];
                                radii: {
                                    zipCode: string | null;
                                    latitude: number;
                                    longitude: number;
                                    miles: number;
                                }[];
                                exclude: boolean;
                            } | null;
                            demographicFilters: {
                                minAge: number | null;
                                maxAge: number | null;
                                gender: string[];
                            } | null;
                            customFilters: {
                                [key: string]: unknown;
                            }[];
                            licensedFields: string[];
                            deliveryMethod: string;
                            deliveryFormat: string;
                            deliveryUrl: string | null;
                            deliveryTimeoutMs: number;
                            deliveryConfig: {
                                id: string;
                                type: string;
                                enabled: boolean;
                                isPrimary: boolean;
                                url: string;
                                format: string;
                                timeout: number;
                                authType: string;
                            }[];
                            uncertainPolicy: string;
                            whenPackEmpty: string;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            returnDispositions: string[] | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                        /** @description Signs deliveries (Standard Webhooks). Shown once: keep it. */
                        signingSecret?: string;
                        warnings: {
                            field: string;
                            rule: string;
                            message: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patch_contract_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    status: "setup" | "active" | "paused" | "expired" | "inactive" | "archived";
                    /** @description Not available in this version. */
                    alsoPauseSubscription?: unknown;
                    /** @description Not available in this version. */
                    alsoResumeSubscription?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            status: string;
                            version: number;
                            buyerId: string;
                            buyerName: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            pricingModel: string;
                            requiresPing: boolean;
                            pingUrl: string | null;
                            pingAuthType: string | null;
                            pingTimeout: number | null;
                            pingFields: string[];
                            minimumBidFloor: string | null;
                            price: string;
                            pricePerLead: string;
                            priority: number;
                            weight: number;
                            dailyLeadCap: number | null;
                            weeklyLeadCap: number | null;
                            monthlyLeadCap: number | null;
                            dailySpendCap: string | null;
                            weeklySpendCap: string | null;
                            monthlySpendCap: string | null;
                            concurrentLeadCap: number | null;
                            capMode: string;
                            scheduleTimezone: string | null;
                            scheduleHours: {
                                day: number;
                                startTime: string;
                                endTime: string;
                                active: boolean;
                            }[] | null;
                            schedule: {
                                timezone: string | null;
                                startDate: string | null;
                                endDate: string | null;
                            };
                            holidays: string[];
                            pauses: {
                                from: string;
                                to: string;
                            }[];
                            expiresAt: string | null;
                            closedHours: string;
                            pacing: string;
                            ramp: {
                                start: number;
                                startDate: string;
                                step: number;
                                every: string;
                            } | null;
                            exclusiveMultiplier: string;
                            ruleType: string;
                            allowMultiSale: boolean;
                            geoFilters: {
                                states: string[];
                                zipCodes: string[];
                                cities: string[];
                                radii: {
                                    zipCode: string | null;
                                    latitude: number;
                                    longitude: number;
                                    miles: number;
                                }[];
                                exclude: boolean;
                            } | null;
                            demographicFilters: {
                                minAge: number | null;
                                maxAge: number | null;
                                gender: string[];
                            } | null;
                            customFilters: {
                                [key: string]: unknown;
                            }[];
                            licensedFields: string[];
                            deliveryMethod: string;
                            deliveryFormat: string;
                            deliveryUrl: string | null;
                            deliveryTimeoutMs: number;
                            deliveryConfig: {
                                id: string;
                                type: string;
                                enabled: boolean;
                                isPrimary: boolean;
                                url: string;
                                format: string;
                                timeout: number;
                                authType: string;
                            }[];
                            uncertainPolicy: string;
                            whenPackEmpty: string;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            acceptsReturns: boolean | null;
                            returnWindow: number | null;
                            returnDispositions: string[] | null;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                        /** @description Signs deliveries (Standard Webhooks). Shown once: keep it. */
                        signingSecret?: string;
                        warnings: {
                            field: string;
                            rule: string;
                            message: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_offers: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description Made at or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Made before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
                sort?: "displayId" | "name" | "status" | "createdAt";
                sortDirection?: "asc" | "desc";
                status?: "setup" | "active" | "paused" | "inactive";
                /** @description A UUID. */
                verticalId?: string;
                /** @description A UUID. */
                contractId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            description: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            status: string;
                            visibility: string;
                            distributionType: string;
                            distributionRule: string;
                            maxSales: number | null;
                            dqDistributionRule: string;
                            affinity: string;
                            affinityDays: number;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            dedupScope: string | null;
                            margin: {
                                type: string;
                                amount?: string;
                                percent?: string;
                                bands?: {
                                    from: string;
                                    amount?: string;
                                    percent?: string;
                                }[];
                            } | null;
                            minMargin: string | null;
                            defaultPayoutAmount: string | null;
                            states: string[];
                            campaignCount: number;
                            contractCount: number;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_offer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    verticalId: string;
                    description?: string | null;
                    /** @enum {unknown} */
                    status?: "setup" | "active" | "paused" | "inactive";
                    /** @enum {unknown} */
                    visibility?: "public" | "private";
                    /** @enum {unknown} */
                    distributionType?: "exclusive" | "multisell" | "hybrid";
                    /** @enum {unknown} */
                    distributionRule?: "price" | "priority" | "weight" | "round_robin" | "scarcity_weighted" | "quality_tier";
                    maxSales?: number | null;
                    dqDistributionRule?: ("all" | "price" | "priority" | "weight" | "round_robin") | null;
                    /** @enum {unknown} */
                    affinity?: "off" | "same" | "exclude";
                    /** @description How many days back that looks. */
                    affinityDays?: number;
                    /** @description Null: as the vertical says. */
                    dedupEnabled?: boolean | null;
                    dedupWindowDays?: number | null;
                    dedupScope?: ("offer" | "vertical") | null;
                    margin?: {
                        /** @enum {unknown} */
                        type: "fixed" | "percent" | "bands";
                        amount?: number | string;
                        /** @description Of the price, from 0 to 100. */
                        percent?: number | string;
                        /** @description The highest band that a price reaches says what is kept of it. */
                        bands?: {
                            from: number | string;
                            amount?: number | string;
                            /** @description Of the price, from 0 to 100. */
                            percent?: number | string;
                        }[];
                    } | null;
                    minMargin?: (number | string) | null;
                    /** @description What a lead pays the partner of a new campaign that does not say otherwise. Null: it is not said. */
                    defaultPayoutAmount?: (number | string) | null;
                    /** @description From where partners are told that leads are wanted; none: from everywhere. Contracts decide. */
                    states?: string[];
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    /** @description Not available in this version. */
                    cpaPayoutAmount?: unknown;
                    /** @description Not available in this version. */
                    dqCplPayoutPercent?: unknown;
                    /** @description Not available in this version. */
                    dqCpaPayoutPercent?: unknown;
                    /** @description Not available in this version. */
                    scoringModelId?: unknown;
                    /** @description Not available in this version. */
                    intakeCenterId?: unknown;
                    /** @description Not available in this version. */
                    fieldSettings?: unknown;
                    /** @description Not available in this version. */
                    attributionPolicy?: unknown;
                    /** @description Not available in this version. */
                    callEnabled?: unknown;
                    /** @description Not available in this version. */
                    callPayoutAmount?: unknown;
                    /** @description Not available in this version. */
                    callMinDuration?: unknown;
                    /** @description Not available in this version. */
                    requireCallContracts?: unknown;
                    /** @description Not available in this version. */
                    messagingEnabled?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerNameInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerPhoneInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerIdInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendRedirectUrlInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerMediaInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    defaultPayoutModel?: unknown;
                    /** @description Not available in this version. */
                    cpaPayoutModel?: unknown;
                    /** @description Not available in this version. */
                    billDqLeads?: unknown;
                    /** @description Not available in this version. */
                    dqCplPayoutModel?: unknown;
                    /** @description Not available in this version. */
                    dqCpaPayoutModel?: unknown;
                    /** @description Not available in this version. */
                    balanceCheckEnabled?: unknown;
                    /** @description Not available in this version. */
                    callCallerAffinityMode?: unknown;
                    /** @description Not available in this version. */
                    callLeadAffinityMode?: unknown;
                    /** @description Not available in this version. */
                    callAffinityWindowDays?: unknown;
                    /** @description Not available in this version. */
                    callDistributionType?: unknown;
                    /** @description Not available in this version. */
                    callDistributionRule?: unknown;
                    /** @description Not available in this version. */
                    callAffinityFallback?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            description: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            status: string;
                            visibility: string;
                            distributionType: string;
                            distributionRule: string;
                            maxSales: number | null;
                            dqDistributionRule: string;
                            affinity: string;
                            affinityDays: number;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            dedupScope: string | null;
                            margin: {
                                type: string;
                                amount?: string;
                                percent?: string;
                                bands?: {
                                    from: string;
                                    amount?: string;
                                    percent?: string;
                                }[];
                            } | null;
                            minMargin: string | null;
                            defaultPayoutAmount: string | null;
                            states: string[];
                            campaignCount: number;
                            contractCount: number;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            description: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            status: string;
                            visibility: string;
                            distributionType: string;
                            distributionRule: string;
                            maxSales: number | null;
                            dqDistributionRule: string;
                            affinity: string;
                            affinityDays: number;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            dedupScope: string | null;
                            margin: {
                                type: string;
                                amount?: string;
                                percent?: string;
                                bands?: {
                                    from: string;
                                    amount?: string;
                                    percent?: string;
                                }[];
                            } | null;
                            minMargin: string | null;
                            defaultPayoutAmount: string | null;
                            states: string[];
                            campaignCount: number;
                            contractCount: number;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    verticalId?: string;
                    description?: string | null;
                    /** @enum {unknown} */
                    status?: "setup" | "active" | "paused" | "inactive";
                    /** @enum {unknown} */
                    visibility?: "public" | "private";
                    /** @enum {unknown} */
                    distributionType?: "exclusive" | "multisell" | "hybrid";
                    /** @enum {unknown} */
                    distributionRule?: "price" | "priority" | "weight" | "round_robin" | "scarcity_weighted" | "quality_tier";
                    maxSales?: number | null;
                    dqDistributionRule?: ("all" | "price" | "priority" | "weight" | "round_robin") | null;
                    /** @enum {unknown} */
                    affinity?: "off" | "same" | "exclude";
                    /** @description How many days back that looks. */
                    affinityDays?: number;
                    /** @description Null: as the vertical says. */
                    dedupEnabled?: boolean | null;
                    dedupWindowDays?: number | null;
                    dedupScope?: ("offer" | "vertical") | null;
                    margin?: {
                        /** @enum {unknown} */
                        type: "fixed" | "percent" | "bands";
                        amount?: number | string;
                        /** @description Of the price, from 0 to 100. */
                        percent?: number | string;
                        /** @description The highest band that a price reaches says what is kept of it. */
                        bands?: {
                            from: number | string;
                            amount?: number | string;
                            /** @description Of the price, from 0 to 100. */
                            percent?: number | string;
                        }[];
                    } | null;
                    minMargin?: (number | string) | null;
                    /** @description What a lead pays the partner of a new campaign that does not say otherwise. Null: it is not said. */
                    defaultPayoutAmount?: (number | string) | null;
                    /** @description From where partners are told that leads are wanted; none: from everywhere. Contracts decide. */
                    states?: string[];
                    notes?: string | null;
                    legacyId?: string | null;
                    crmId?: string | null;
                    /** @description Not available in this version. */
                    cpaPayoutAmount?: unknown;
                    /** @description Not available in this version. */
                    dqCplPayoutPercent?: unknown;
                    /** @description Not available in this version. */
                    dqCpaPayoutPercent?: unknown;
                    /** @description Not available in this version. */
                    scoringModelId?: unknown;
                    /** @description Not available in this version. */
                    intakeCenterId?: unknown;
                    /** @description Not available in this version. */
                    fieldSettings?: unknown;
                    /** @description Not available in this version. */
                    attributionPolicy?: unknown;
                    /** @description Not available in this version. */
                    callEnabled?: unknown;
                    /** @description Not available in this version. */
                    callPayoutAmount?: unknown;
                    /** @description Not available in this version. */
                    callMinDuration?: unknown;
                    /** @description Not available in this version. */
                    requireCallContracts?: unknown;
                    /** @description Not available in this version. */
                    messagingEnabled?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerNameInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerPhoneInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerIdInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendRedirectUrlInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    sendBuyerMediaInPartnerResponse?: unknown;
                    /** @description Not available in this version. */
                    defaultPayoutModel?: unknown;
                    /** @description Not available in this version. */
                    cpaPayoutModel?: unknown;
                    /** @description Not available in this version. */
                    billDqLeads?: unknown;
                    /** @description Not available in this version. */
                    dqCplPayoutModel?: unknown;
                    /** @description Not available in this version. */
                    dqCpaPayoutModel?: unknown;
                    /** @description Not available in this version. */
                    balanceCheckEnabled?: unknown;
                    /** @description Not available in this version. */
                    callCallerAffinityMode?: unknown;
                    /** @description Not available in this version. */
                    callLeadAffinityMode?: unknown;
                    /** @description Not available in this version. */
                    callAffinityWindowDays?: unknown;
                    /** @description Not available in this version. */
                    callDistributionType?: unknown;
                    /** @description Not available in this version. */
                    callDistributionRule?: unknown;
                    /** @description Not available in this version. */
                    callAffinityFallback?: unknown;
                    _snapshot?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: number;
                            name: string;
                            description: string | null;
                            verticalId: string;
                            verticalName: string | null;
                            status: string;
                            visibility: string;
                            distributionType: string;
                            distributionRule: string;
                            maxSales: number | null;
                            dqDistributionRule: string;
                            affinity: string;
                            affinityDays: number;
                            dedupEnabled: boolean | null;
                            dedupWindowDays: number | null;
                            dedupScope: string | null;
                            margin: {
                                type: string;
                                amount?: string;
                                percent?: string;
                                bands?: {
                                    from: string;
                                    amount?: string;
                                    percent?: string;
                                }[];
                            } | null;
                            minMargin: string | null;
                            defaultPayoutAmount: string | null;
                            states: string[];
                            campaignCount: number;
                            contractCount: number;
                            notes: string | null;
                            legacyId: string | null;
                            crmId: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_offer_campaigns: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            offerId: string;
                            campaignId: string;
                            displayId: number;
                            name: string;
                            partnerId: string;
                            partnerName: string | null;
                            status: string;
                            costPerLead: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    link_campaign_to_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    campaignId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            offerId: string;
                            campaignId: string;
                            displayId: number;
                            name: string;
                            partnerId: string;
                            partnerName: string | null;
                            status: string;
                            costPerLead: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    unlink_campaign_from_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_offer_cascade_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            offerId: string;
                            status: string;
                            campaigns: {
                                campaignId: string;
                                name: string;
                                status: string;
                                /** @description What it is when the offer switches it on again. */
                                restoresTo: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cascade_offer_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    action: "disable" | "restore";
                    /** @description Only these; all of the offer unless given. */
                    campaignIds?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            offerId: string;
                            changed: string[];
                            campaigns: {
                                campaignId: string;
                                name: string;
                                status: string;
                                /** @description What it is when the offer switches it on again. */
                                restoresTo: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_offer_contracts: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            offerId: string;
                            contractId: string;
                            contractName: string;
                            name: string;
                            buyerId: string;
                            buyerName: string | null;
                            status: string;
                            /** @description fallback: gets a lead only if nobody of the primary pool took it. */
                            pool: string;
                            price: string;
                            /** @description That counts here: of the link, or else of the contract. */
                            priority: number;
                            weight: number;
                            priorityOverride: number | null;
                            weightOverride: number | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    order_offer_contracts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Every contract of the offer, each once; the first is asked first by priority. */
                    contractIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            offerId: string;
                            contractIds: string[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    link_contract_to_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    contractId: string;
                    weight?: number | null;
                    priority?: number | null;
                    /** @enum {unknown} */
                    pool?: "primary" | "fallback";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            offerId: string;
                            contractId: string;
                            contractName: string;
                            name: string;
                            buyerId: string;
                            buyerName: string | null;
                            status: string;
                            /** @description fallback: gets a lead only if nobody of the primary pool took it. */
                            pool: string;
                            price: string;
                            /** @description That counts here: of the link, or else of the contract. */
                            priority: number;
                            weight: number;
                            priorityOverride: number | null;
                            weightOverride: number | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    unlink_contract_from_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_offer_contract_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    weight?: number | null;
                    priority?: number | null;
                    /** @enum {unknown} */
                    pool?: "primary" | "fallback";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            offerId: string;
                            contractId: string;
                            contractName: string;
                            name: string;
                            buyerId: string;
                            buyerName: string | null;
                            status: string;
                            /** @description fallback: gets a lead only if nobody of the primary pool took it. */
                            pool: string;
                            price: string;
                            /** @description That counts here: of the link, or else of the contract. */
                            priority: number;
                            weight: number;
                            priorityOverride: number | null;
                            weightOverride: number | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_offer_filter_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            name: string;
                            label: string;
                            type: string;
                            /** @description `global`, `vertical` or `campaign`. */
                            tier: string;
                            /** @description Whether every lead has it. */
                            required: boolean;
                            /** @description Which filters of a contract may ask about it. */
                            filters: string[];
                            /** @description Of its conditions in customFilters. */
                            operators: string[];
                            options: (string[] | boolean[]) | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_offer_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            canSell: boolean;
                            checks: {
                                id: string;
                                ok: boolean;
                                title: string;
                                text: string;
                                /** @description What to do where it is not as it should be. */
                                remedy: string | null;
                                entityType?: string;
                                entityId?: string;
                            }[];
                            contracts: {
                                contractId: string;
                                name: string;
                                buyerId: string;
                                buyerName: string;
                                canSell: boolean;
                                reasons: {
                                    code: string;
                                    text: string;
                                }[];
                            }[];
                            campaigns: {
                                campaignId: string;
                                name: string;
                                partnerName: string | null;
                                status: string;
                                ok: boolean;
                                reasons: {
                                    code: string;
                                    text: string;
                                }[];
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_contracts_readiness: {
        parameters: {
            query?: {
                /** @description A UUID. */
                contractId?: string;
                countsOnly?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            canSell: number;
                            total: number;
                            contracts: {
                                contractId: string;
                                name: string;
                                buyerId: string;
                                buyerName: string;
                                canSell: boolean;
                                reasons: {
                                    code: string;
                                    text: string;
                                }[];
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_contract_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            contractId: string;
                            caps: {
                                timeZone: string;
                                /** @description The day that is counted now, in that zone. */
                                day: string;
                                /** @description `enforce`, or `observe`: counted, and nobody is kept away. */
                                capMode: string;
                                paceLeads: number | null;
                                paceSpend: string | null;
                                periods: {
                                    /** @description `day`, `week` (from Monday) or `month`. */
                                    period: string;
                                    since: string;
                                    resetsAt: string;
                                    leads: {
                                        used: number;
                                        cap: number | null;
                                    };
                                    spend: {
                                        /** @description An amount, "12.50". */
                                        used: string;
                                        cap: string | null;
                                    };
                                }[];
                                /** @description Leads that are under way at this moment: reserved, and not answered yet. */
                                open: {
                                    used: number;
                                    cap: number | null;
                                };
                                reached: string | null;
                            };
                            prepaid: {
                                /** @description `refuse`, or `bill`: it goes on at its own price. */
                                whenPackEmpty: string;
                                /** @description Of all of them. */
                                left: number;
                                packs: {
                                    packId: string;
                                    /** @description Whether all contracts of the buyer take of it. */
                                    ofBuyer: boolean;
                                    leads: number;
                                    left: number;
                                    /** @description An amount, "12.50". */
                                    pricePerLead: string;
                                }[];
                            } | null;
                            buyer: {
                                buyerId: string;
                                caps: {
                                    timeZone: string;
                                    /** @description The day that is counted now, in that zone. */
                                    day: string;
                                    /** @description `enforce`, or `observe`: counted, and nobody is kept away. */
                                    capMode: string;
                                    paceLeads: number | null;
                                    paceSpend: string | null;
                                    periods: {
                                        /** @description `day`, `week` (from Monday) or `month`. */
                                        period: string;
                                        since: string;
                                        resetsAt: string;
                                        leads: {
                                            used: number;
                                            cap: number | null;
                                        };
                                        spend: {
                                            /** @description An amount, "12.50". */
                                            used: string;
                                            cap: string | null;
                                        };
                                    }[];
                                    /** @description Leads that are under way at this moment: reserved, and not answered yet. */
                                    open: {
                                        used: number;
                                        cap: number | null;
                                    };
                                    reached: string | null;
                                };
                                credit: {
                                    /** @description What the buyer owes and what is reserved for it; below zero: paid ahead. */
                                    used: string;
                                    /** @description An amount, "12.50". */
                                    limit: string;
                                } | null;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_buyer_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            buyerId: string;
                            caps: {
                                timeZone: string;
                                /** @description The day that is counted now, in that zone. */
                                day: string;
                                /** @description `enforce`, or `observe`: counted, and nobody is kept away. */
                                capMode: string;
                                paceLeads: number | null;
                                paceSpend: string | null;
                                periods: {
                                    /** @description `day`, `week` (from Monday) or `month`. */
                                    period: string;
                                    since: string;
                                    resetsAt: string;
                                    leads: {
                                        used: number;
                                        cap: number | null;
                                    };
                                    spend: {
                                        /** @description An amount, "12.50". */
                                        used: string;
                                        cap: string | null;
                                    };
                                }[];
                                /** @description Leads that are under way at this moment: reserved, and not answered yet. */
                                open: {
                                    used: number;
                                    cap: number | null;
                                };
                                reached: string | null;
                            };
                            credit: {
                                /** @description What the buyer owes and what is reserved for it; below zero: paid ahead. */
                                used: string;
                                /** @description An amount, "12.50". */
                                limit: string;
                            } | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_campaign_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            campaignId: string;
                            caps: {
                                timeZone: string;
                                /** @description The day that is counted now, in that zone. */
                                day: string;
                                /** @description `enforce`, or `observe`: counted, and nobody is kept away. */
                                capMode: string;
                                paceLeads: number | null;
                                paceSpend: string | null;
                                periods: {
                                    /** @description `day`, `week` (from Monday) or `month`. */
                                    period: string;
                                    since: string;
                                    resetsAt: string;
                                    leads: {
                                        used: number;
                                        cap: number | null;
                                    };
                                    spend: {
                                        /** @description An amount, "12.50". */
                                        used: string;
                                        cap: string | null;
                                    };
                                }[];
                                /** @description Leads that are under way at this moment: reserved, and not answered yet. */
                                open: {
                                    used: number;
                                    cap: number | null;
                                };
                                reached: string | null;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partner_offers: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                search?: string;
                /** @description A UUID. */
                verticalId?: string;
                /** @description true: those that the partner has a campaign on; false, and unless given: those that it has not. */
                enrolled?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            description: string | null;
                            /** @enum {unknown} */
                            status: "active" | "paused";
                            verticalId: string;
                            verticalName: string;
                            defaultPayoutAmount: string | null;
                            /** @description From where leads are wanted; none: from everywhere. */
                            states: string[];
                            /** @description Whether the partner has a campaign on it. */
                            enrolled: boolean;
                            /** @description Those campaigns. */
                            campaignIds: string[];
                            request: {
                                id: string;
                                /** @enum {unknown} */
                                status: "pending" | "approved" | "declined" | "withdrawn";
                                note: string | null;
                                /** @description ISO 8601. */
                                requestedAt: string;
                                decidedAt: string | null;
                            } | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            description: string | null;
                            /** @enum {unknown} */
                            status: "active" | "paused";
                            verticalId: string;
                            verticalName: string;
                            defaultPayoutAmount: string | null;
                            /** @description From where leads are wanted; none: from everywhere. */
                            states: string[];
                            /** @description Whether the partner has a campaign on it. */
                            enrolled: boolean;
                            /** @description Those campaigns. */
                            campaignIds: string[];
                            request: {
                                id: string;
                                /** @enum {unknown} */
                                status: "pending" | "approved" | "declined" | "withdrawn";
                                note: string | null;
                                /** @description ISO 8601. */
                                requestedAt: string;
                                decidedAt: string | null;
                            } | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description The law that its leads stand under. */
                            regime: string;
                            requiredFields: {
                                name: string;
                                label: string;
                                type: string;
                                options: string[] | null;
                            }[];
                            mayRequest: boolean;
                            whyNot: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_offer_stats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            totalLeads: number;
                            soldLeads: number;
                            rejectedLeads: number;
                            returnedLeads: number;
                            pendingLeads: number;
                            /** @description What the leads that are sold pay the partner. */
                            totalCost: string;
                            totalCpaPayout: string;
                            /** @description Sold ones of all, from 0 to 1. */
                            conversionRate: number;
                            /** @description Returned ones of those that were ever sold, from 0 to 1. */
                            returnRate: number;
                            /** @description Of those that are sold. */
                            avgCostPerLead: string;
                            leadsToday: number;
                            /** @description Since Monday. */
                            leadsThisWeek: number;
                            leadsThisMonth: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    request_offer_enrollment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "declined" | "withdrawn";
                            note: string | null;
                            /** @description ISO 8601. */
                            requestedAt: string;
                            decidedAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    withdraw_offer_enrollment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "declined" | "withdrawn";
                            note: string | null;
                            /** @description ISO 8601. */
                            requestedAt: string;
                            decidedAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_offer_requests: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                status?: "pending" | "approved" | "declined" | "withdrawn";
                /** @description A UUID. */
                offerId?: string;
                /** @description A UUID. */
                partnerId?: string;
                /** @description In the names of offer and partner. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            offerId: string;
                            offerName: string | null;
                            partnerId: string;
                            partnerName: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "declined" | "withdrawn";
                            note: string | null;
                            campaignId: string | null;
                            /** @description ISO 8601. */
                            requestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    approve_offer_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    costPerLead?: number | string;
                    /** @enum {unknown} */
                    pricingModel?: "fixed" | "per_lead" | "revshare";
                    revsharePercent?: (number | string) | null;
                    maximumPayout?: (number | string) | null;
                    dailyCap?: number | null;
                    weeklyCap?: number | null;
                    monthlyCap?: number | null;
                    /** @description To the partner. No patient data. */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            offerId: string;
                            offerName: string | null;
                            partnerId: string;
                            partnerName: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "declined" | "withdrawn";
                            note: string | null;
                            campaignId: string | null;
                            /** @description ISO 8601. */
                            requestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            /** @description Of the campaign. Shown once: keep it. */
                            postingKey: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decline_offer_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            offerId: string;
                            offerName: string | null;
                            partnerId: string;
                            partnerName: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "declined" | "withdrawn";
                            note: string | null;
                            campaignId: string | null;
                            /** @description ISO 8601. */
                            requestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_ping_log: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                kind?: string;
                outcome?: string;
                campaignId?: string;
                partnerId?: string;
                leadId?: string;
                dateFrom?: string;
                dateTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            /** @description ping: a partner asked. submit: bids for a lead that was posted without a ping. */
                            kind: string;
                            campaignId: string;
                            campaignName: string | null;
                            partnerId: string;
                            isTest: boolean;
                            /** @description quoted, or no_match. */
                            outcome: string;
                            /** @description Names of the fields that it carried; no values are kept. */
                            fields: string[];
                            price: string | null;
                            matches: {
                                rank: number;
                                price: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            leadId: string | null;
                            /** @description How many contracts were asked for a bid. */
                            asked: number;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_ping_log_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            /** @description ping: a partner asked. submit: bids for a lead that was posted without a ping. */
                            kind: string;
                            campaignId: string;
                            campaignName: string | null;
                            partnerId: string;
                            isTest: boolean;
                            /** @description quoted, or no_match. */
                            outcome: string;
                            /** @description Names of the fields that it carried; no values are kept. */
                            fields: string[];
                            price: string | null;
                            matches: {
                                rank: number;
                                price: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            leadId: string | null;
                            /** @description How many contracts were asked for a bid. */
                            asked: number;
                            bids: {
                                contractId: string;
                                contractVersion: number;
                                contractName: string;
                                buyerId: string;
                                buyerName: string;
                                /** @description bid, fixed, or why there was no bid to take. */
                                verdict: string;
                                price: string | null;
                                payout: string | null;
                                rank: number | null;
                                reference: string | null;
                                durationMs: number | null;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partner_ping_log: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                kind?: string;
                outcome?: string;
                campaignId?: string;
                partnerId?: string;
                leadId?: string;
                dateFrom?: string;
                dateTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            /** @description ping: a partner asked. submit: bids for a lead that was posted without a ping. */
                            kind: string;
                            campaignId: string;
                            campaignName: string | null;
                            partnerId: string;
                            isTest: boolean;
                            /** @description quoted, or no_match. */
                            outcome: string;
                            /** @description Names of the fields that it carried; no values are kept. */
                            fields: string[];
                            price: string | null;
                            matches: {
                                rank: number;
                                price: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            leadId: string | null;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_ping_log_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            /** @description ping: a partner asked. submit: bids for a lead that was posted without a ping. */
                            kind: string;
                            campaignId: string;
                            campaignName: string | null;
                            partnerId: string;
                            isTest: boolean;
                            /** @description quoted, or no_match. */
                            outcome: string;
                            /** @description Names of the fields that it carried; no values are kept. */
                            fields: string[];
                            price: string | null;
                            matches: {
                                rank: number;
                                price: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            leadId: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    submit_lead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description campaignId and the fields of the campaign, flat or under custom. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: "success" | "accepted" | "rejected" | "duplicate";
                        leadId: string | null;
                        price: number | null;
                        msg: string | null;
                        idempotent: boolean;
                        warnings: {
                            field: string;
                            rule: string;
                            message: string;
                        }[];
                        /**
                         * @description Says what would happen; nothing was kept.
                         * @constant
                         */
                        validateOnly?: true;
                        statusUrl?: string;
                        data: {
                            id: string | null;
                            shortId: string | null;
                            status: string;
                            rejectionReason?: string | null;
                            revenue: string;
                            sales: {
                                price: string;
                                deliveryStatus: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ping_lead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Fields of the campaign that are safe for pings, flat or under custom; campaignId and expiryMinutes (1 to 60; 5). */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            pingId: string;
                            /** @description ISO 8601. Until then a lead may be posted to the quote, once. */
                            expiresAt: string;
                            price: string | null;
                            matchCount: number;
                            matches: {
                                rank: number;
                                /** @description What the partner earns by this sale. */
                                price: string;
                                /** @description For acceptedBuyerIds. */
                                buyerId?: string;
                                buyerName?: string | null;
                                disclosure?: string | null;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    post_lead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    pingId: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            leadId: string | null;
                            pingId: string;
                            /** @description sold, rejected, or pending while a buyer has not answered. */
                            status: string;
                            rejectionReason?: string | null;
                            payout: string;
                            /** @description The buyers that have it. */
                            matchCount: number;
                            warnings: {
                                field: string;
                                rule: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    follow_leads: {
        parameters: {
            query?: {
                /** @description Ends the feed after so many seconds; 0 after the first event. A client that goes on comes again. */
                seconds?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        leadId: string;
                        shortId: string;
                        status: string;
                        reason: string | null;
                        campaignId: string;
                        partnerId: string;
                        verticalId: string;
                        offerId: string | null;
                        state: string | null;
                        isTest: boolean;
                        price: string | null;
                        payout: string | null;
                        /** @description ISO 8601. */
                        receivedAt: string;
                        /** @description ISO 8601. */
                        updatedAt: string;
                    }[];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partner_leads: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description The nextCursor of the page before, with the same filters; empty for the first page. Nothing is counted. */
                cursor?: string;
                status?: string;
                verticalId?: string;
                partnerId?: string;
                campaignId?: string;
                offerId?: string;
                /** @description Leads that were sold to this buyer. */
                buyerId?: string;
                /** @description Leads that were sold by this contract. */
                contractId?: string;
                /** @description Leads of one form: the first, and what came beside it. */
                sessionId?: string;
                dateFrom?: string;
                dateTo?: string;
                /** @description An exact e-mail address, phone number or lead id. Addresses of requests are kept in many places: POST /api/v1/leads/find takes them in its body. */
                search?: string;
                isTest?: "true" | "false";
                isSold?: "true" | "false";
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
                /** @description Not available in this version. */
                isPaid?: unknown;
                /** @description Not available in this version. */
                isScrubbed?: unknown;
                /** @description Not available in this version. */
                isTrashed?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            shortId: string;
                            status: string;
                            rejectionReason: string | null;
                            campaignId: string | null;
                            partnerId: string | null;
                            verticalId: string | null;
                            offerId: string | null;
                            isTest: boolean;
                            state: string | null;
                            price: string | null;
                            payout: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            masked: boolean;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        } | {
                            total: null;
                            limit: number;
                            hasMore: boolean;
                            nextCursor: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    find_leads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Exactly one of email, phone and leadId. */
        requestBody: {
            content: {
                "application/json": {
                    email?: string;
                    phone?: string;
                    /** @description The UUID, or the short id such as L-1001. */
                    leadId?: string;
                    /** @description Show nothing personal in clear. */
                    masked?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            shortId: string;
                            status: string;
                            rejectionReason: string | null;
                            campaignId: string | null;
                            partnerId: string | null;
                            verticalId: string | null;
                            offerId: string | null;
                            isTest: boolean;
                            state: string | null;
                            price: string | null;
                            payout: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            masked: boolean;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_lead: {
        parameters: {
            query?: {
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            shortId: string;
                            status: string;
                            rejectionReason: string | null;
                            campaignId: string | null;
                            partnerId: string | null;
                            verticalId: string | null;
                            offerId: string | null;
                            isTest: boolean;
                            state: string | null;
                            price: string | null;
                            payout: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            masked: boolean;
                            personId: string | null;
                            sessionId: string | null;
                            parentLeadId: string | null;
                            regime: string | null;
                            /** @description All fields that the caller may see. */
                            fields: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    firstName?: string;
                    lastName?: string;
                    email?: string;
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                            shortId: string;
                            corrected: string[];
                            personId: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_lead: {
        parameters: {
            query?: {
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            shortId: string;
                            status: string;
                            rejectionReason: string | null;
                            campaignId: string | null;
                            partnerId: string | null;
                            verticalId: string | null;
                            offerId: string | null;
                            isTest: boolean;
                            state: string | null;
                            price: string | null;
                            payout: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            masked: boolean;
                            personId: string | null;
                            sessionId: string | null;
                            parentLeadId: string | null;
                            regime: string | null;
                            /** @description All fields that the caller may see. */
                            fields: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_lead_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            shortId: string;
                            status: string;
                            rejectionReason: string | null;
                            payout: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_lead_distributions: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description Not available in this version. */
                decidedBy?: unknown;
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            rank: number | null;
                            contractId: string;
                            contractVersion: number;
                            contractName: string;
                            buyerId: string;
                            buyerName: string;
                            disposition: "delivered" | "rejected" | "skipped" | "failed" | "pending" | "returned";
                            reasonCode: string | null;
                            reason: string;
                            price: string | null;
                            saleId: string | null;
                            attempts: {
                                number: number;
                                /** @description ISO 8601. */
                                startedAt: string;
                                outcome: string | null;
                                reason: string | null;
                                httpStatus: number | null;
                                durationMs: number | null;
                            }[];
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                        decidedAt: string | null;
                        configurationVersion: number | null;
                        pingMatches: unknown[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    explain_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            leadId: string;
                            shortId: string;
                            decidedAt: string | null;
                            configurationVersion: number | null;
                            /** @description How often the lead was routed; this is the last time. */
                            round: number;
                            offerId: string | null;
                            rule: string | null;
                            summary: string;
                            reproduced: {
                                /** @enum {unknown} */
                                result: "same" | "differs" | "not_asked" | "not_kept" | "erased" | "version_missing";
                                text: string;
                                differences: {
                                    contractId: string;
                                    /** @description The code of the refusal, or eligible_ and the place. */
                                    kept: string;
                                    again: string;
                                }[];
                            };
                            contracts: {
                                rank: number | null;
                                contractId: string;
                                contractVersion: number;
                                contractName: string;
                                buyerId: string;
                                buyerName: string;
                                /** @enum {unknown} */
                                pool: "primary" | "fallback";
                                /** @enum {unknown} */
                                outcome: "eligible" | "refused";
                                reasonCode: string | null;
                                reason: string;
                                price: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    try_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As a post has it, flat or under custom; a lead of nobody with every field filled, unless given. */
                    lead?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            campaignId: string;
                            offerId: string | null;
                            wouldSell: boolean;
                            /** @description Whether the lead is the one of nobody. */
                            isSample: boolean;
                            blockedBy: {
                                code: string;
                                text: string;
                            } | null;
                            summary: string;
                            /** @description What outside services would be asked before routing. Nobody was. */
                            checks: {
                                vendorId: string;
                                vendorName: string;
                                kind: string;
                                failMode: string;
                                /** @enum {unknown} */
                                plan: "ask" | "use_again" | "no_agreement" | "not_ask";
                            }[];
                            contracts: {
                                rank: number | null;
                                contractId: string;
                                contractVersion: number;
                                contractName: string;
                                buyerId: string;
                                buyerName: string;
                                /** @enum {unknown} */
                                pool: "primary" | "fallback";
                                /** @enum {unknown} */
                                outcome: "eligible" | "refused";
                                reasonCode: string | null;
                                reason: string;
                                price: string;
                                /** @description What the partner would earn by it. */
                                payout: string;
                                /** @description Whether it is among those that the lead would go to first. */
                                wouldGetIt: boolean;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    replay_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A day or an instant; seven days before dateTo. */
                    dateFrom?: string;
                    /** @description Now, unless given; at most 31 days after dateFrom. */
                    dateTo?: string;
                    /** @description So many leads at most, the first of the period; 5000 unless given. */
                    limit?: number;
                    /** @description Contracts as they might be. What a draft does not speak of stays. */
                    drafts?: {
                        /**
                         * Format: uuid
                         * @description A UUID.
                         */
                        contractId?: string;
                        /**
                         * Format: uuid
                         * @description Of a new contract, which has no contractId.
                         */
                        buyerId?: string;
                        /** @enum {unknown} */
                        pool?: "primary" | "fallback";
                        name?: string;
                        /** @enum {unknown} */
                        status?: "active" | "paused";
                        price?: number | string;
                        priority?: number;
                        weight?: number;
                        /** @description As those of a contract. */
                        geoFilters?: unknown;
                        /** @description As those of a contract. */
                        demographicFilters?: unknown;
                        /** @description As those of a contract. */
                        customFilters?: unknown;
                        dailyLeadCap?: number | null;
                        weeklyLeadCap?: number | null;
                        monthlyLeadCap?: number | null;
                        dailySpendCap?: (number | string) | null;
                        weeklySpendCap?: (number | string) | null;
                        monthlySpendCap?: (number | string) | null;
                        concurrentLeadCap?: number | null;
                        /** @enum {unknown} */
                        capMode?: "enforce" | "observe";
                        caps?: {
                            daily?: number | null;
                            weekly?: number | null;
                            monthly?: number | null;
                            concurrent?: number | null;
                        } | null;
                        scheduleTimezone?: string | null;
                        /**
                         * @description A list of {day, startTime, endTime, active} (day 0 is Sunday; several a day are well), or an object
                         *             by day of the week with a list of [start, end]; times as 09:00, 24:00 is midnight. Null: always open.
                         */
                        scheduleHours?: unknown;
                        schedule?: {
                            timezone?: string | null;
                            days?: number[] | null;
                            startTime?: string | null;
                            endTime?: string | null;
                            startDate?: string | null;
                            endDate?: string | null;
                        } | null;
                        holidays?: string[] | null;
                        pauses?: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        }[] | null;
                        expiresAt?: string | null;
                        /**
                         * @description What becomes of a lead while it is closed. One is held for at most 14 days.
                         * @enum {unknown}
                         */
                        closedHours?: "refuse" | "hold";
                        /** @enum {unknown} */
                        pacing?: "none" | "even";
                        ramp?: {
                            start: number;
                            /** Format: date */
                            startDate: string;
                            step: number;
                            /** @enum {unknown} */
                            every: "day" | "week";
                        } | null;
                    }[];
                    /** @description The offer as it might be. */
                    offer?: {
                        /** @enum {unknown} */
                        status?: "active" | "paused";
                        /** @enum {unknown} */
                        distributionRule?: "price" | "priority" | "weight" | "round_robin";
                        /** @enum {unknown} */
                        distributionType?: "exclusive" | "multisell" | "hybrid";
                        maxSales?: number | null;
                        /** @enum {unknown} */
                        dqDistributionRule?: "all" | "price" | "priority" | "weight" | "round_robin";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            offerId: string;
                            /** @description ISO 8601. */
                            dateFrom: string;
                            /** @description ISO 8601. */
                            dateTo: string;
                            timeZone: string;
                            leads: {
                                inPeriod: number;
                                replayed: number;
                                /** @description Erased, or of a campaign or a version of which too little is known. */
                                leftOut: number;
                                /** @description Whether only the first leads of the period were played. */
                                isSampled: boolean;
                                limit: number;
                                lastAt: string | null;
                            };
                            sold: {
                                actual: number;
                                control: number;
                                draft: number;
                                change: number;
                            };
                            totals: {
                                actual: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                control: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                draft: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                /** @description What the drafts bring beyond the control. */
                                change: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                            };
                            contracts: {
                                contractId: string | null;
                                contractName: string;
                                buyerId: string;
                                buyerName: string;
                                isDraft: boolean;
                                isNew: boolean;
                                actual: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                control: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                draft: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                /** @description What the drafts bring beyond the control. */
                                change: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                            }[];
                            buyers: {
                                buyerId: string;
                                buyerName: string;
                                actual: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                control: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                draft: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                                /** @description What the drafts bring beyond the control. */
                                change: {
                                    sales: number;
                                    revenue: string;
                                    payout: string;
                                    margin: string;
                                };
                            }[];
                            moves: {
                                becameSold: number;
                                becameUnsold: number;
                                changedHands: number;
                                repriced: number;
                            };
                            because: {
                                /** @enum {unknown} */
                                move: "became_sold" | "became_unsold" | "changed_hands" | "repriced";
                                code: string;
                                text: string;
                                leads: number;
                            }[];
                            unsold: {
                                reason: string;
                                text: string;
                                control: number;
                                draft: number;
                                change: number;
                            }[];
                            samples: {
                                leadId: string;
                                shortId: string;
                                /** @enum {unknown} */
                                move: "became_sold" | "became_unsold" | "changed_hands" | "repriced";
                                from: string[];
                                to: string[];
                                text: string;
                            }[];
                            assumptions: {
                                code: string;
                                text: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reveal_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Names of the fields to show. */
                    fields: string[];
                    /** @description Why they are needed, in 3 characters at least. Kept sealed, and erased with the lead. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            leadId: string;
                            /** @description Those asked for that the lead has and that are not hidden from the caller. */
                            fields: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_reveals: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description A UUID. */
                leadId?: string;
                /** @description A UUID. */
                userId?: string;
                /** @description At or after this day or instant, ISO 8601. */
                dateFrom?: string;
                /** @description Before the end of this day, or before this instant, ISO 8601. */
                dateTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Stands in the event of the audit trail as revealId. */
                            id: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            leadId: string;
                            /** @description Who looked: the id of a person or of a key. */
                            userId: string;
                            /** @description Names of the fields that were shown. */
                            fields: string[];
                            reason: string | null;
                            /** @description Whether the reason is masked for you. */
                            masked: boolean;
                            /** @description Whether the reason was erased with its lead. */
                            erased: boolean;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    export_leads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Asked for by you, approved by somebody else, unused.
                     */
                    approvalId: string;
                    dateFrom?: string;
                    dateTo?: string;
                    status?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    verticalId?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    campaignId?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    partnerId?: string;
                    /** @enum {unknown} */
                    isTest?: "true" | "false";
                    /** @description The newest so many; 1000. */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            format: "csv";
                            rows: number;
                            /** @description Whether there are more leads than the limit let through. */
                            truncated: boolean;
                            /** @description RFC 4180, its first line the names of the columns. */
                            content: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_exports: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description queued, running, done, failed or expired. */
                            status: string;
                            /** @description Why there is no file, or no longer. */
                            reason: string | null;
                            rowsDone: number;
                            rowsTotal: number;
                            /** @description Whether there are more leads than the limit let through. */
                            truncated: boolean;
                            approvalId: string;
                            /** @description The filters and the limit, as they were approved. */
                            terms: {
                                [key: string]: string | number;
                            };
                            approvedBy: string | null;
                            createdAt: string;
                            finishedAt: string | null;
                            expiresAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Asked for by you, approved by somebody else, unused.
                     */
                    approvalId: string;
                    dateFrom?: string;
                    dateTo?: string;
                    status?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    verticalId?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    campaignId?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    partnerId?: string;
                    /** @enum {unknown} */
                    isTest?: "true" | "false";
                    /** @description The newest so many; 1000. */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description queued, running, done, failed or expired. */
                            status: string;
                            /** @description Why there is no file, or no longer. */
                            reason: string | null;
                            rowsDone: number;
                            rowsTotal: number;
                            /** @description Whether there are more leads than the limit let through. */
                            truncated: boolean;
                            approvalId: string;
                            /** @description The filters and the limit, as they were approved. */
                            terms: {
                                [key: string]: string | number;
                            };
                            approvedBy: string | null;
                            createdAt: string;
                            finishedAt: string | null;
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    follow_exports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        id: string;
                        /** @description queued, running, done, failed or expired. */
                        status: string;
                        /** @description Why there is no file, or no longer. */
                        reason: string | null;
                        rowsDone: number;
                        rowsTotal: number;
                        /** @description Whether there are more leads than the limit let through. */
                        truncated: boolean;
                        approvalId: string;
                        /** @description The filters and the limit, as they were approved. */
                        terms: {
                            [key: string]: string | number;
                        };
                        approvedBy: string | null;
                        createdAt: string;
                        finishedAt: string | null;
                        expiresAt: string;
                    }[];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description queued, running, done, failed or expired. */
                            status: string;
                            /** @description Why there is no file, or no longer. */
                            reason: string | null;
                            rowsDone: number;
                            rowsTotal: number;
                            /** @description Whether there are more leads than the limit let through. */
                            truncated: boolean;
                            approvalId: string;
                            /** @description The filters and the limit, as they were approved. */
                            terms: {
                                [key: string]: string | number;
                            };
                            approvedBy: string | null;
                            createdAt: string;
                            finishedAt: string | null;
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_export_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            format: "csv";
                            rows: number;
                            /** @description Whether there are more leads than the limit let through. */
                            truncated: boolean;
                            /** @description RFC 4180, its first line the names of the columns. */
                            content: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_posting_log: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                endpoint?: string;
                outcome?: string;
                httpStatus?: string;
                campaignId?: string;
                partnerId?: string;
                leadId?: string;
                dateFrom?: string;
                dateTo?: string;
                /** @description Exactly the id of a lead or of a request, or a code or an endpoint as the log has them. Posts themselves are not kept, so nothing of a lead is searched. */
                search?: string;
                /** @description Not available in this version. */
                type?: unknown;
                /** @description Not available in this version. */
                offerId?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            endpoint: string;
                            campaignId: string | null;
                            partnerId: string | null;
                            leadId: string | null;
                            outcome: string;
                            httpStatus: number;
                            code: string | null;
                            faults: {
                                field: string;
                                rule: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_posting_log_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            endpoint: string;
                            campaignId: string | null;
                            partnerId: string | null;
                            leadId: string | null;
                            outcome: string;
                            httpStatus: number;
                            code: string | null;
                            faults: {
                                field: string;
                                rule: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partner_posting_log: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                endpoint?: string;
                outcome?: string;
                httpStatus?: string;
                campaignId?: string;
                partnerId?: string;
                leadId?: string;
                dateFrom?: string;
                dateTo?: string;
                /** @description Exactly the id of a lead or of a request, or a code or an endpoint as the log has them. Posts themselves are not kept, so nothing of a lead is searched. */
                search?: string;
                /** @description Not available in this version. */
                type?: unknown;
                /** @description Not available in this version. */
                offerId?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            endpoint: string;
                            campaignId: string | null;
                            partnerId: string | null;
                            leadId: string | null;
                            outcome: string;
                            httpStatus: number;
                            code: string | null;
                            faults: {
                                field: string;
                                rule: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_posting_log_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            endpoint: string;
                            campaignId: string | null;
                            partnerId: string | null;
                            leadId: string | null;
                            outcome: string;
                            httpStatus: number;
                            code: string | null;
                            faults: {
                                field: string;
                                rule: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_buyer_posting_log: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            endpoint: string;
                            campaignId: string | null;
                            partnerId: string | null;
                            leadId: string | null;
                            outcome: string;
                            httpStatus: number;
                            code: string | null;
                            faults: {
                                field: string;
                                rule: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_buyer_posting_log_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            endpoint: string;
                            campaignId: string | null;
                            partnerId: string | null;
                            leadId: string | null;
                            outcome: string;
                            httpStatus: number;
                            code: string | null;
                            faults: {
                                field: string;
                                rule: string;
                            }[];
                            durationMs: number;
                            requestId: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    preview_contract_filters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    verticalId: string;
                    /** @description As those of a contract. */
                    geoFilters?: unknown;
                    /** @description As those of a contract. */
                    demographicFilters?: unknown;
                    /** @description As those of a contract. */
                    customFilters?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            matching: number;
                            /** @description Leads that were asked: the newest, at most 500. */
                            looked: number;
                            /** @description Leads that lack a field which the filters ask for. None of them matches. */
                            unknown: number;
                            /** @description Whether there were more leads than were asked. */
                            isSampled: boolean;
                            limit: number;
                            /** @description ISO 8601. */
                            since: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_contract_considered: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            contractId: string;
                            /** @description Today, by the zone of the contract. */
                            day: string;
                            timeZone: string;
                            /** @description Leads of its offers today that it was asked for. */
                            leads: number;
                            /** @description Whether there were more than 5000: then those are the newest. */
                            isSampled: boolean;
                            outcomes: {
                                code: string;
                                text: string;
                                leads: number;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_campaign_shadow_report: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                dateFrom?: string;
            };
            header?: never;
            path: {
                /** @description The id, or the display number. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @description ISO 8601. */
                            at: string;
                            leadId: string | null;
                            shortId: string | null;
                            differs: string[];
                            theirs: {
                                status: string | null;
                                buyer: string | null;
                                price: string | null;
                                payout: string | null;
                            };
                            ours: {
                                status: string | null;
                                buyer: string | null;
                                price: string | null;
                                payout: string | null;
                                reason: string | null;
                            };
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                        summary: {
                            posts: number;
                            /** @description Posts that brought an answer with an end. */
                            compared: number;
                            agreed: number;
                            agreementPercent: number | null;
                            differing: {
                                status: number;
                                buyer: number;
                                price: number;
                                payout: number;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_vertical_group_dispositions: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            verticalGroupId: string;
                            label: string;
                            slug: string;
                            /** @enum {unknown} */
                            category: "working" | "converted" | "rejected" | "returned";
                            /**
                             * @description Nothing is paid by action in this version.
                             * @constant
                             */
                            triggersCpa: false;
                            triggersReturn: boolean;
                            returnReason: string | null;
                            isActive: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_vertical_group_disposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string;
                    /** @enum {unknown} */
                    category: "working" | "converted" | "rejected" | "returned";
                    /** @description A code such as no_answer: letters and at most three digits. */
                    slug?: string;
                    /** @description Whether a buyer who says it gives the lead back, while its contract takes returns and in time. */
                    triggersReturn?: boolean;
                    /** @enum {unknown} */
                    returnReason?: "duplicate" | "bad_data" | "wrong_vertical" | "out_of_area" | "not_interested" | "other" | null;
                    isActive?: boolean;
                    sortOrder?: number;
                    /** @description Not available in this version. */
                    triggersCpa?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            verticalGroupId: string;
                            label: string;
                            slug: string;
                            /** @enum {unknown} */
                            category: "working" | "converted" | "rejected" | "returned";
                            /**
                             * @description Nothing is paid by action in this version.
                             * @constant
                             */
                            triggersCpa: false;
                            triggersReturn: boolean;
                            returnReason: string | null;
                            isActive: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_vertical_group_disposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
                /** @description A UUID. */
                dispId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label?: string;
                    /** @enum {unknown} */
                    category?: "working" | "converted" | "rejected" | "returned";
                    /** @description A code such as no_answer: letters and at most three digits. */
                    slug?: string;
                    /** @description Whether a buyer who says it gives the lead back, while its contract takes returns and in time. */
                    triggersReturn?: boolean;
                    /** @enum {unknown} */
                    returnReason?: "duplicate" | "bad_data" | "wrong_vertical" | "out_of_area" | "not_interested" | "other" | null;
                    isActive?: boolean;
                    sortOrder?: number;
                    /** @description Not available in this version. */
                    triggersCpa?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            verticalGroupId: string;
                            label: string;
                            slug: string;
                            /** @enum {unknown} */
                            category: "working" | "converted" | "rejected" | "returned";
                            /**
                             * @description Nothing is paid by action in this version.
                             * @constant
                             */
                            triggersCpa: false;
                            triggersReturn: boolean;
                            returnReason: string | null;
                            isActive: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_vertical_group_disposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
                /** @description A UUID. */
                dispId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    clone_vertical_group_dispositions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    sourceGroupId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            copied: number;
                            /** @description How many were there already, and were left as they are. */
                            skipped: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reorder_vertical_group_dispositions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                verticalGroupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Codes of the group, each once; others keep their place. */
                    items: {
                        /**
                         * Format: uuid
                         * @description A UUID.
                         */
                        id: string;
                        sortOrder: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            verticalGroupId: string;
                            label: string;
                            slug: string;
                            /** @enum {unknown} */
                            category: "working" | "converted" | "rejected" | "returned";
                            /**
                             * @description Nothing is paid by action in this version.
                             * @constant
                             */
                            triggersCpa: false;
                            triggersReturn: boolean;
                            returnReason: string | null;
                            isActive: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_contract_dispositions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            verticalGroupId: string | null;
                            overrides: {
                                id: string;
                                contractId: string;
                                externalCode: string;
                                externalLabel: string | null;
                                verticalGroupDispositionId: string | null;
                                /**
                                 * @description Nothing is paid by action in this version.
                                 * @constant
                                 */
                                overrideTriggersCpa: false;
                                overrideTriggersReturn: boolean | null;
                                overrideReturnReason: string | null;
                                isActive: boolean;
                                sortOrder: number;
                                /** @description ISO 8601. */
                                createdAt: string;
                                /** @description ISO 8601. */
                                updatedAt: string;
                            }[];
                            /** @description Every word that means something here, and what. */
                            effective: {
                                externalCode: string;
                                externalLabel: string | null;
                                verticalGroupDispositionId: string | null;
                                label: string | null;
                                category: string | null;
                                /**
                                 * @description Nothing is paid by action in this version.
                                 * @constant
                                 */
                                triggersCpa: false;
                                triggersReturn: boolean;
                                returnReason: string | null;
                                /** @enum {unknown} */
                                source: "contract" | "group" | "terms";
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_contract_disposition: {
        parameters: {
            query?: {
                /** @description A UUID. */
                overrideId?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    id?: string;
                    /** @description A code such as no_answer: letters and at most three digits. */
                    externalCode?: string;
                    externalLabel?: string | null;
                    verticalGroupDispositionId?: string | null;
                    overrideTriggersReturn?: boolean | null;
                    /** @enum {unknown} */
                    overrideReturnReason?: "duplicate" | "bad_data" | "wrong_vertical" | "out_of_area" | "not_interested" | "other" | null;
                    isActive?: boolean;
                    sortOrder?: number;
                    /** @description Not available in this version. */
                    overrideTriggersCpa?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            contractId: string;
                            externalCode: string;
                            externalLabel: string | null;
                            verticalGroupDispositionId: string | null;
                            /**
                             * @description Nothing is paid by action in this version.
                             * @constant
                             */
                            overrideTriggersCpa: false;
                            overrideTriggersReturn: boolean | null;
                            overrideReturnReason: string | null;
                            isActive: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_contract_disposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A code such as no_answer: letters and at most three digits. */
                    externalCode: string;
                    externalLabel?: string | null;
                    verticalGroupDispositionId?: string | null;
                    overrideTriggersReturn?: boolean | null;
                    /** @enum {unknown} */
                    overrideReturnReason?: "duplicate" | "bad_data" | "wrong_vertical" | "out_of_area" | "not_interested" | "other" | null;
                    isActive?: boolean;
                    sortOrder?: number;
                    /** @description Not available in this version. */
                    overrideTriggersCpa?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            contractId: string;
                            externalCode: string;
                            externalLabel: string | null;
                            verticalGroupDispositionId: string | null;
                            /**
                             * @description Nothing is paid by action in this version.
                             * @constant
                             */
                            overrideTriggersCpa: false;
                            overrideTriggersReturn: boolean | null;
                            overrideReturnReason: string | null;
                            isActive: boolean;
                            sortOrder: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delete_contract_disposition: {
        parameters: {
            query?: {
                /** @description A UUID. */
                overrideId?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    id?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                            /**
                             * Format: uuid
                             * @description A UUID.
                             */
                            id: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    populate_contract_dispositions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            copied: number;
                            /** @description How many were there already, and were left as they are. */
                            skipped: number;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cherry_pick_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    contractId: string;
                    price?: number | string;
                    /** @description Sell although the filters of the contract do not fit. */
                    skipFilters?: boolean;
                    /** @description Sell although the buyer has had this person before. */
                    skipDedup?: boolean;
                    /**
                     * @description Caps and credit hold for whoever sells: raise them on the contract or the buyer.
                     * @constant
                     */
                    skipCaps?: false;
                    /**
                     * @description Caps and credit hold for whoever sells: raise them on the contract or the buyer.
                     * @constant
                     */
                    skipBalanceCheck?: false;
                    /** @description Not available in this version. */
                    skipDelivery?: unknown;
                    /** @description Not available in this version. */
                    skipPostbacks?: unknown;
                    /** @description Not available in this version. */
                    buyerLeadId?: unknown;
                    /** @description Not available in this version. */
                    adjustPayout?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            leadId: string;
                            shortId: string;
                            status: string;
                            /** @description How many contracts got it, or hold it. */
                            reserved: number;
                            reasonCode: string | null;
                            reason: string | null;
                            price: string | null;
                            payout: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    distribute_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    mode: "all" | "exclude_seen" | "include_specific" | "exclude_specific";
                    contractIds?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            leadId: string;
                            shortId: string;
                            status: string;
                            /** @description How many contracts got it, or hold it. */
                            reserved: number;
                            reasonCode: string | null;
                            reason: string | null;
                            price: string | null;
                            payout: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    return_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    reason: "duplicate" | "bad_data" | "wrong_vertical" | "out_of_area" | "not_interested" | "other";
                    /** @description Kept sealed, and erased with the lead. */
                    notes?: string;
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    saleId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            leadId: string;
                            status: string;
                            returned: {
                                saleId: string;
                                price: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    scrub_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kept sealed, and erased with the lead. */
                    notes?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            leadId: string;
                            status: string;
                            returned: {
                                saleId: string;
                                price: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    adjust_lead_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    saleId?: string;
                    newPrice: number | string;
                    /** @description Kept sealed, and erased with the lead. */
                    reason?: string;
                    expectedCurrentAmount?: number | string;
                    /**
                     * @description A returned sale owes nothing. Book a fee or an adjustment upon the buyer.
                     * @constant
                     */
                    allowRefunded?: false;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            saleId: string;
                            price: string;
                            payout: string;
                            /** @description What the buyer owes more; below zero, less. */
                            delta: string;
                            buyerTransactionId: string | null;
                            partnerTransactionId: string | null;
                            /** @enum {unknown} */
                            creditStatus: "normal" | "overdraft";
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    bulk_lead_action: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    leadIds: string[];
                    /** @enum {unknown} */
                    action?: "scrub" | "trash" | "toggle_test" | "toggle_paid";
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    contractId?: string;
                    price?: number | string;
                    /** @description Sell although the filters of the contract do not fit. */
                    skipFilters?: boolean;
                    /** @description Sell although the buyer has had this person before. */
                    skipDedup?: boolean;
                    /**
                     * @description Caps and credit hold for whoever sells: raise them on the contract or the buyer.
                     * @constant
                     */
                    skipCaps?: false;
                    /**
                     * @description Caps and credit hold for whoever sells: raise them on the contract or the buyer.
                     * @constant
                     */
                    skipBalanceCheck?: false;
                    newPrice?: number | string;
                    /** @description Kept sealed, and erased with the lead. */
                    reason?: string;
                    /** @description Not available in this version. */
                    operation?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            done: number;
                            failed: number;
                            results: {
                                leadId: string;
                                ok: boolean;
                                status: string | null;
                                code: string | null;
                                message: string | null;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_lead_notes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @enum {unknown} */
                            kind: "note" | "return" | "scrub" | "merge" | "price";
                            content: string | null;
                            authorId: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    add_lead_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kept sealed, and erased with the lead. */
                    content: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @enum {unknown} */
                            kind: "note" | "return" | "scrub" | "merge" | "price";
                            content: string | null;
                            authorId: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_lead_dispositions: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            saleId: string;
                            leadId: string;
                            buyerId: string;
                            buyerName: string;
                            status: string;
                            substatus: string | null;
                            label: string | null;
                            category: string | null;
                            /** @enum {unknown} */
                            source: "postback" | "status";
                            saidBy: string | null;
                            returnTriggered: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_lead_crm_statuses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            saleId: string;
                            leadId: string;
                            buyerId: string;
                            buyerName: string;
                            status: string;
                            substatus: string | null;
                            label: string | null;
                            category: string | null;
                            /** @enum {unknown} */
                            source: "postback" | "status";
                            saidBy: string | null;
                            returnTriggered: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_lead_crm_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as L-1001. */
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    buyerId?: string;
                    /** @description A code such as no_answer: letters and at most three digits. */
                    status: string;
                    substatus?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            saleId: string;
                            leadId: string;
                            buyerId: string;
                            status: string;
                            substatus: string | null;
                            returnTriggered: boolean;
                            idempotent: boolean;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    handle_postback: {
        parameters: {
            query: {
                /** @description A UUID. */
                saleId: string;
                /** @description A key of the buyer, where no header can be set. */
                key?: string;
                /** @description A code such as no_answer: letters and at most three digits. */
                disposition?: string;
                /** @description A code such as no_answer: letters and at most three digits. */
                dispoReason?: string;
                /** @description Not available in this version. */
                callSaleId?: unknown;
                /** @description Not available in this version. */
                intakeDispo?: unknown;
                /** @description Not available in this version. */
                comsCount?: unknown;
                /** @description Not available in this version. */
                buyerLeadId?: unknown;
                /** @description Not available in this version. */
                intakeId?: unknown;
                /** @description Not available in this version. */
                dispositionDate?: unknown;
                /** @description Not available in this version. */
                firstName?: unknown;
                /** @description Not available in this version. */
                lastName?: unknown;
                /** @description Not available in this version. */
                gender?: unknown;
                /** @description Not available in this version. */
                dateOfBirth?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            dispositionId: string;
                            saleId: string;
                            leadId: string;
                            buyerId: string;
                            /**
                             * @description Nothing is paid by action in this version.
                             * @constant
                             */
                            cpaTriggered: false;
                            /** @description Whether the sale was returned by it. */
                            returnTriggered: boolean;
                            /** @constant */
                            cpaReversed: false;
                            /** @description Whether neither contract nor group knows the code: it is kept, no more. */
                            unmapped: boolean;
                            /** @description Whether the same was said last, and nothing was kept. */
                            idempotent: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    handle_postback_post: {
        parameters: {
            query: {
                /** @description A UUID. */
                saleId: string;
                /** @description A key of the buyer, where no header can be set. */
                key?: string;
                /** @description A code such as no_answer: letters and at most three digits. */
                disposition?: string;
                /** @description A code such as no_answer: letters and at most three digits. */
                dispoReason?: string;
                /** @description Not available in this version. */
                callSaleId?: unknown;
                /** @description Not available in this version. */
                intakeDispo?: unknown;
                /** @description Not available in this version. */
                comsCount?: unknown;
                /** @description Not available in this version. */
                buyerLeadId?: unknown;
                /** @description Not available in this version. */
                intakeId?: unknown;
                /** @description Not available in this version. */
                dispositionDate?: unknown;
                /** @description Not available in this version. */
                firstName?: unknown;
                /** @description Not available in this version. */
                lastName?: unknown;
                /** @description Not available in this version. */
                gender?: unknown;
                /** @description Not available in this version. */
                dateOfBirth?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            dispositionId: string;
                            saleId: string;
                            leadId: string;
                            buyerId: string;
                            /**
                             * @description Nothing is paid by action in this version.
                             * @constant
                             */
                            cpaTriggered: false;
                            /** @description Whether the sale was returned by it. */
                            returnTriggered: boolean;
                            /** @constant */
                            cpaReversed: false;
                            /** @description Whether neither contract nor group knows the code: it is kept, no more. */
                            unmapped: boolean;
                            /** @description Whether the same was said last, and nothing was kept. */
                            idempotent: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_people: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description The nextCursor of the page before, with the same filters; empty for the first page. Nothing is counted. */
                cursor?: string;
                /** @description An exact e-mail address, phone number or person id. Addresses of requests are kept in many places: POST /api/v1/people/find takes them in its body. */
                search?: string;
                /** @description With a lead from this state. */
                state?: string;
                /** @description Active unless given. */
                status?: "active" | "merged" | "deleted";
                /** @description With any of these tags, parted by commas. */
                tags?: string;
                /** @description A UUID. */
                verticalId?: string;
                dateFrom?: string;
                dateTo?: string;
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
                filter?: "hasRelated" | "hasLeads" | "hasCalls" | "hasBoth";
                sort?: "displayId" | "state" | "status" | "leadCount" | "lastActivityAt" | "createdAt" | "updatedAt" | "callCount";
                sortDirection?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: string;
                            /** @enum {unknown} */
                            status: "active" | "merged" | "deleted";
                            mergedInto: string | null;
                            tags: string[];
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            lastActivityAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        } | {
                            total: null;
                            limit: number;
                            hasMore: boolean;
                            nextCursor: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At least an e-mail address or a phone number. */
        requestBody: {
            content: {
                "application/json": {
                    firstName?: string;
                    lastName?: string;
                    email?: string | "";
                    phone?: string;
                    tags?: string[];
                    /** @description Not available in this version. */
                    dateOfBirth?: unknown;
                    /** @description Not available in this version. */
                    address?: unknown;
                    /** @description Not available in this version. */
                    address2?: unknown;
                    /** @description Not available in this version. */
                    city?: unknown;
                    /** @description Not available in this version. */
                    state?: unknown;
                    /** @description Not available in this version. */
                    zipCode?: unknown;
                    /** @description Not available in this version. */
                    country?: unknown;
                    /** @description Not available in this version. */
                    custom?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: string;
                            /** @enum {unknown} */
                            status: "active" | "merged" | "deleted";
                            mergedInto: string | null;
                            tags: string[];
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            lastActivityAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_people_by_vertical: {
        parameters: {
            query?: {
                search?: string;
                /** @description A UUID. */
                verticalId?: string;
                limit?: string;
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: string;
                            /** @enum {unknown} */
                            status: "active" | "merged" | "deleted";
                            mergedInto: string | null;
                            tags: string[];
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            lastActivityAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    find_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Exactly one of email, phone and personId. */
        requestBody: {
            content: {
                "application/json": {
                    email?: string;
                    phone?: string;
                    /** @description The UUID, or the short id such as P-1001. */
                    personId?: string;
                    /** @description Show nothing personal in clear. */
                    masked?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: string;
                            /** @enum {unknown} */
                            status: "active" | "merged" | "deleted";
                            mergedInto: string | null;
                            tags: string[];
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            lastActivityAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_person: {
        parameters: {
            query?: {
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: string;
                            /** @enum {unknown} */
                            status: "active" | "merged" | "deleted";
                            mergedInto: string | null;
                            tags: string[];
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            lastActivityAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tags?: string[];
                    /**
                     * @description Deleted hides the person from lists, until a lead of theirs comes. It erases nothing.
                     * @enum {unknown}
                     */
                    status?: "active" | "deleted";
                    /** @description Not available in this version. */
                    firstName?: unknown;
                    /** @description Not available in this version. */
                    lastName?: unknown;
                    /** @description Not available in this version. */
                    email?: unknown;
                    /** @description Not available in this version. */
                    phone?: unknown;
                    /** @description Not available in this version. */
                    dateOfBirth?: unknown;
                    /** @description Not available in this version. */
                    address?: unknown;
                    /** @description Not available in this version. */
                    address2?: unknown;
                    /** @description Not available in this version. */
                    city?: unknown;
                    /** @description Not available in this version. */
                    state?: unknown;
                    /** @description Not available in this version. */
                    zipCode?: unknown;
                    /** @description Not available in this version. */
                    country?: unknown;
                    /** @description Not available in this version. */
                    custom?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            displayId: string;
                            /** @enum {unknown} */
                            status: "active" | "merged" | "deleted";
                            mergedInto: string | null;
                            tags: string[];
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            lastActivityAt: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_person_leads: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            shortId: string;
                            status: string;
                            rejectionReason: string | null;
                            campaignId: string | null;
                            partnerId: string | null;
                            verticalId: string | null;
                            offerId: string | null;
                            isTest: boolean;
                            state: string | null;
                            price: string | null;
                            payout: string | null;
                            /** @description ISO 8601. */
                            createdAt: string;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            masked: boolean;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_person_sales: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            leadId: string;
                            leadShortId: string;
                            buyerId: string;
                            buyerName: string;
                            contractId: string;
                            status: string;
                            price: string;
                            payout: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            settledAt: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_person_timeline: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description The nextCursor of the page before, with the same filters; empty for the first page. Nothing is counted. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {unknown} */
                            type: "lead" | "sale" | "return" | "note" | "merge";
                            id: string;
                            /** @description ISO 8601. */
                            date: string;
                            leadId: string | null;
                            shortId: string;
                            status: string | null;
                            buyerName: string | null;
                            amount: string | null;
                            content: string | null;
                        }[];
                        pagination: {
                            total: null;
                            limit: number;
                            hasMore: boolean;
                            nextCursor: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_person_notes: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** @enum {unknown} */
                            kind: "note" | "return" | "scrub" | "merge" | "price";
                            content: string | null;
                            leadId: string;
                            leadShortId: string;
                            authorId: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    add_person_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kept sealed, and erased with the lead. */
                    content: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            content: string;
                            leadId: string;
                            authorId: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_person_merge_suggestions: {
        parameters: {
            query?: {
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            reason: "phone";
                            person: {
                                id: string;
                                displayId: string;
                                /** @enum {unknown} */
                                status: "active" | "merged" | "deleted";
                                mergedInto: string | null;
                                tags: string[];
                                latestLeadId: string | null;
                                firstName: string | null;
                                lastName: string | null;
                                email: string | null;
                                phone: string | null;
                                state: string | null;
                                masked: boolean;
                                leadCount: number;
                                lastActivityAt: string | null;
                                /** @description ISO 8601. */
                                createdAt: string;
                                /** @description ISO 8601. */
                                updatedAt: string;
                            };
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    merge_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID, or the short id such as P-1001. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A UUID.
                     */
                    mergePersonId: string;
                    /** @description Kept sealed beside the newest lead, as a note. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            person: {
                                id: string;
                                displayId: string;
                                /** @enum {unknown} */
                                status: "active" | "merged" | "deleted";
                                mergedInto: string | null;
                                tags: string[];
                                latestLeadId: string | null;
                                firstName: string | null;
                                lastName: string | null;
                                email: string | null;
                                phone: string | null;
                                state: string | null;
                                masked: boolean;
                                leadCount: number;
                                lastActivityAt: string | null;
                                /** @description ISO 8601. */
                                createdAt: string;
                                /** @description ISO 8601. */
                                updatedAt: string;
                            };
                            mergedPersonId: string;
                            /** @description False where it was done before. */
                            merged: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_buyer_people: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
                /** @description The id of a person, or the exact e-mail address or phone number of a lead of your own; a buyer finds by what it was given, in its newest 200 sales of it. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            total: string;
                            /** @description ISO 8601. */
                            lastActivityAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_buyer_person: {
        parameters: {
            query?: {
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description A UUID. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            total: string;
                            /** @description ISO 8601. */
                            lastActivityAt: string;
                            leads: {
                                id: string;
                                shortId: string;
                                status: string;
                                amount: string | null;
                                /** @description ISO 8601. */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partner_people: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
                /** @description The id of a person, or the exact e-mail address or phone number of a lead of your own; a buyer finds by what it was given, in its newest 200 sales of it. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            total: string;
                            /** @description ISO 8601. */
                            lastActivityAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_person: {
        parameters: {
            query?: {
                /** @description Show nothing personal in clear, whoever asks. */
                masked?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description A UUID. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            latestLeadId: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            email: string | null;
                            phone: string | null;
                            state: string | null;
                            masked: boolean;
                            leadCount: number;
                            total: string;
                            /** @description ISO 8601. */
                            lastActivityAt: string;
                            leads: {
                                id: string;
                                shortId: string;
                                status: string;
                                amount: string | null;
                                /** @description ISO 8601. */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_person_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            type: "lead";
                            id: string;
                            /** @description ISO 8601. */
                            date: string;
                            title: string | null;
                            detail: string | null;
                            offerName: null;
                            metadata: Record<string, never>;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_partner_person_offers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            offerId: string;
                            offerName: string | null;
                            verticalName: string | null;
                            leadCount: number;
                            /** @description 0: there are no calls. */
                            callCount: number;
                            /** @description What the leads that are sold pay the partner. */
                            totalCost: string;
                            /** @description ISO 8601. */
                            latestAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    backfill_person_records: {
        parameters: {
            query?: {
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Leads that have a person now. */
                            processed: number;
                            done: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_lead_sessions: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                status?: "active" | "submitted" | "completed" | "expired";
                /** @description A UUID. */
                campaignId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            currentStep: number;
                            totalSteps: number | null;
                            /** @enum {unknown} */
                            status: "active" | "submitted" | "completed" | "expired";
                            primaryLeadId: string | null;
                            coregCount: number;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                            partnerId: string;
                            /** @description Why a submitted session made no lead. */
                            refusal: string | null;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id of the campaign, or its number. */
                    campaignId: string | number;
                    totalSteps?: number;
                    /** @description Fields as a post has them, flat or under custom. They are checked when the session is submitted. */
                    data?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Goes on with this session alone. It is shown once. */
                            sessionKey: string;
                            sessionId: string;
                            /** @description ISO 8601. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_lead_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key that the creation answered. */
                sessionKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            sessionId: string;
                            campaignId: string;
                            currentStep: number;
                            totalSteps: number | null;
                            /** @enum {unknown} */
                            status: "active" | "submitted" | "completed" | "expired";
                            primaryLeadId: string | null;
                            coregCount: number;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                            /** @description Fields as a post has them, flat or under custom. They are checked when the session is submitted. */
                            data: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    update_lead_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key that the creation answered. */
                sessionKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Fields as a post has them, flat or under custom. They are checked when the session is submitted. */
                    data?: {
                        [key: string]: unknown;
                    };
                    currentStep?: number;
                    /** @constant */
                    status?: "completed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            sessionId: string;
                            campaignId: string;
                            currentStep: number;
                            totalSteps: number | null;
                            /** @enum {unknown} */
                            status: "active" | "submitted" | "completed" | "expired";
                            primaryLeadId: string | null;
                            coregCount: number;
                            /** @description ISO 8601. */
                            expiresAt: string;
                            /** @description ISO 8601. */
                            createdAt: string;
                            /** @description ISO 8601. */
                            updatedAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    submit_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key that the creation answered. */
                sessionKey: string;
            };
            cookie?: never;
        };
        /** @description What was not sent yet: under data, or beside it. May be empty. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: "success" | "accepted" | "rejected" | "duplicate";
                        leadId: string | null;
                        price: number | null;
                        msg: string | null;
                        idempotent: boolean;
                        warnings: {
                            field: string;
                            rule: string;
                            message: string;
                        }[];
                        /**
                         * @description Says what would happen; nothing was kept.
                         * @constant
                         */
                        validateOnly?: true;
                        statusUrl?: string;
                        data: {
                            id: string | null;
                            shortId: string | null;
                            status: string;
                            rejectionReason?: string | null;
                            revenue: string;
                            sales: {
                                price: string;
                                deliveryStatus: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_coreg_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key that the creation answered. */
                sessionKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id of the campaign, or its number. */
                    campaignId?: string | number;
                    /** @description Fields as a post has them, flat or under custom. They are checked when the session is submitted. */
                    data: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: "success" | "accepted" | "rejected" | "duplicate";
                        leadId: string | null;
                        price: number | null;
                        msg: string | null;
                        idempotent: boolean;
                        warnings: {
                            field: string;
                            rule: string;
                            message: string;
                        }[];
                        /**
                         * @description Says what would happen; nothing was kept.
                         * @constant
                         */
                        validateOnly?: true;
                        statusUrl?: string;
                        data: {
                            id: string | null;
                            shortId: string | null;
                            status: string;
                            rejectionReason?: string | null;
                            revenue: string;
                            sales: {
                                price: string;
                                deliveryStatus: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_lead_imports: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            madeBy: string;
                            /** @enum {unknown} */
                            status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                            reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                            isTest: boolean;
                            hasHeader: boolean;
                            fields: (string | null)[] | null;
                            records: number | null;
                            rowsTotal: number | null;
                            rowsDone: number;
                            rowsAccepted: number;
                            rowsRejected: number;
                            rowsInvalid: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description ISO 8601. When the file goes, whatever was read of it. */
                            expiresAt: string;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    create_lead_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id of the campaign, or its number. */
                    campaignId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            madeBy: string;
                            /** @enum {unknown} */
                            status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                            reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                            isTest: boolean;
                            hasHeader: boolean;
                            fields: (string | null)[] | null;
                            records: number | null;
                            rowsTotal: number | null;
                            rowsDone: number;
                            rowsAccepted: number;
                            rowsRejected: number;
                            rowsInvalid: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description ISO 8601. When the file goes, whatever was read of it. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    follow_lead_imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        id: string;
                        campaignId: string;
                        madeBy: string;
                        /** @enum {unknown} */
                        status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                        reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                        isTest: boolean;
                        hasHeader: boolean;
                        fields: (string | null)[] | null;
                        records: number | null;
                        rowsTotal: number | null;
                        rowsDone: number;
                        rowsAccepted: number;
                        rowsRejected: number;
                        rowsInvalid: number;
                        /** @description ISO 8601. */
                        createdAt: string;
                        finishedAt: string | null;
                        /** @description ISO 8601. When the file goes, whatever was read of it. */
                        expiresAt: string;
                    }[];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_lead_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            madeBy: string;
                            /** @enum {unknown} */
                            status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                            reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                            isTest: boolean;
                            hasHeader: boolean;
                            fields: (string | null)[] | null;
                            records: number | null;
                            rowsTotal: number | null;
                            rowsDone: number;
                            rowsAccepted: number;
                            rowsRejected: number;
                            rowsInvalid: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description ISO 8601. When the file goes, whatever was read of it. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cancel_lead_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            success: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    put_lead_import_piece: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
                /** @description From 0. */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 512 KiB of the file, as base64. */
                    content: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            madeBy: string;
                            /** @enum {unknown} */
                            status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                            reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                            isTest: boolean;
                            hasHeader: boolean;
                            fields: (string | null)[] | null;
                            records: number | null;
                            rowsTotal: number | null;
                            rowsDone: number;
                            rowsAccepted: number;
                            rowsRejected: number;
                            rowsInvalid: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description ISO 8601. When the file goes, whatever was read of it. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    finish_lead_import_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many pieces the file has. */
                    pieces: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            madeBy: string;
                            /** @enum {unknown} */
                            status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                            reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                            isTest: boolean;
                            hasHeader: boolean;
                            fields: (string | null)[] | null;
                            records: number | null;
                            rowsTotal: number | null;
                            rowsDone: number;
                            rowsAccepted: number;
                            rowsRejected: number;
                            rowsInvalid: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description ISO 8601. When the file goes, whatever was read of it. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_lead_import_columns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            columns: {
                                /** @description As the first line has it; null for all where that line does not look like names. */
                                name: string | null;
                                /** @description The field that the column seems to be. */
                                field: string | null;
                            }[];
                            /** @description The fields of the campaign. */
                            fields: {
                                name: string;
                                label: string;
                                required: boolean;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    preview_lead_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            rows: string[][];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    start_lead_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether the first line holds names, and no lead. */
                    hasHeader: boolean;
                    /** @description The field that each column is, in their order; null for one that is left out. */
                    fields: (string | null)[];
                    /** @description Makes test leads: decided, and never delivered. */
                    isTest?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            madeBy: string;
                            /** @enum {unknown} */
                            status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                            reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                            isTest: boolean;
                            hasHeader: boolean;
                            fields: (string | null)[] | null;
                            records: number | null;
                            rowsTotal: number | null;
                            rowsDone: number;
                            rowsAccepted: number;
                            rowsRejected: number;
                            rowsInvalid: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description ISO 8601. When the file goes, whatever was read of it. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    pause_lead_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            madeBy: string;
                            /** @enum {unknown} */
                            status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                            reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                            isTest: boolean;
                            hasHeader: boolean;
                            fields: (string | null)[] | null;
                            records: number | null;
                            rowsTotal: number | null;
                            rowsDone: number;
                            rowsAccepted: number;
                            rowsRejected: number;
                            rowsInvalid: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description ISO 8601. When the file goes, whatever was read of it. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    resume_lead_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            campaignId: string;
                            madeBy: string;
                            /** @enum {unknown} */
                            status: "uploading" | "mapping" | "running" | "paused" | "done" | "cancelled" | "expired";
                            reason: ("maker_gone" | "campaign_closed" | "gave_up" | "lead_erased") | null;
                            isTest: boolean;
                            hasHeader: boolean;
                            fields: (string | null)[] | null;
                            records: number | null;
                            rowsTotal: number | null;
                            rowsDone: number;
                            rowsAccepted: number;
                            rowsRejected: number;
                            rowsInvalid: number;
                            /** @description ISO 8601. */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description ISO 8601. When the file goes, whatever was read of it. */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_lead_import_rows: {
        parameters: {
            query?: {
                limit?: string;
                offset?: string;
                outcome?: "accepted" | "rejected" | "invalid";
            };
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description From 1; a header does not count. */
                            number: number;
                            /** @enum {unknown} */
                            outcome: "accepted" | "rejected" | "invalid";
                            code: string | null;
                            /** @description What is wrong; never a value. */
                            faults: {
                                field: string;
                                rule: string;
                            }[];
                            leadId: string | null;
                            leadNumber: number | null;
                            leadStatus: string | null;
                        }[];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_lead_import_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            format: "csv";
                            rows: number;
                            content: string;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_deliveries: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                /** @description A UUID. */
                buyerId?: string;
                /** @description A UUID. */
                contractId?: string;
                /** @description A UUID. */
                leadId?: string;
                outcome?: "accepted" | "rejected" | "duplicate" | "failed" | "uncertain" | "under_way";
                dateFrom?: string;
                dateTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            attemptId: string;
                            /** @description The same in every attempt: that of the sale. */
                            deliveryId: string;
                            saleId: string;
                            leadId: string;
                            shortId: string | null;
                            contractId: string;
                            contractName: string;
                            buyerId: string;
                            /** @description From 1. */
                            number: number;
                            /** @description ISO 8601. */
                            startedAt: string;
                            /** @description Null while it is under way. */
                            outcome: string | null;
                            reason: string | null;
                            httpStatus: number | null;
                            durationMs: number | null;
                            saleStatus: string;
                            price: string;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_buyer_deliveries: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                /** @description A UUID. */
                buyerId?: string;
                /** @description A UUID. */
                contractId?: string;
                /** @description A UUID. */
                leadId?: string;
                outcome?: "accepted" | "rejected" | "duplicate" | "failed" | "uncertain" | "under_way";
                dateFrom?: string;
                dateTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            attemptId: string;
                            /** @description The same in every attempt: that of the sale. */
                            deliveryId: string;
                            saleId: string;
                            leadId: string;
                            shortId: string | null;
                            contractId: string;
                            contractName: string;
                            buyerId: string;
                            /** @description From 1. */
                            number: number;
                            /** @description ISO 8601. */
                            startedAt: string;
                            /** @description Null while it is under way. */
                            outcome: string | null;
                            reason: string | null;
                            httpStatus: number | null;
                            durationMs: number | null;
                            saleStatus: string;
                            price: string;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_buyer_packs: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            buyerId: string;
                            contractId: string | null;
                            contractName: string | null;
                            /** @description `active`, also when it is used up, or `closed`. */
                            status: string;
                            leads: number;
                            /** @description Leads that are reserved or sold. */
                            taken: number;
                            /** @description None of a closed one. */
                            left: number;
                            pricePerLead: string;
                            total: string;
                            refunded: string | null;
                            notes: string | null;
                            /** @description ISO 8601. */
                            soldAt: string;
                            closedAt: string | null;
                        }[];
                        pagination: {
                            hasMore: boolean;
                            cursor: string | null;
                            nextCursor: string | null;
                            total: null;
                            totalIsApproximate: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    sell_buyer_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contractId?: string | null;
                    leads: number;
                    pricePerLead: number | string;
                    notes?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            buyerId: string;
                            contractId: string | null;
                            contractName: string | null;
                            /** @description `active`, also when it is used up, or `closed`. */
                            status: string;
                            leads: number;
                            /** @description Leads that are reserved or sold. */
                            taken: number;
                            /** @description None of a closed one. */
                            left: number;
                            pricePerLead: string;
                            total: string;
                            refunded: string | null;
                            notes: string | null;
                            /** @description ISO 8601. */
                            soldAt: string;
                            closedAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    close_buyer_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                buyerId: string;
                /** @description A UUID. */
                packId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description True unless given: the buyer owes less by the price of the leads that are left. False: it does not. */
                    refund?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            buyerId: string;
                            contractId: string | null;
                            contractName: string | null;
                            /** @description `active`, also when it is used up, or `closed`. */
                            status: string;
                            leads: number;
                            /** @description Leads that are reserved or sold. */
                            taken: number;
                            /** @description None of a closed one. */
                            left: number;
                            pricePerLead: string;
                            total: string;
                            refunded: string | null;
                            notes: string | null;
                            /** @description ISO 8601. */
                            soldAt: string;
                            closedAt: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    resolve_sale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                saleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    outcome: "accepted" | "rejected";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            status: string;
                            reason: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_day: {
        parameters: {
            query?: {
                /** @description A day of the tenant’s calendar, such as 2026-01-31; today unless given. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The time zone of the tenant, whose calendar counts. */
                            zone: string;
                            day: string;
                            /** @description ISO 8601. */
                            asOf: string;
                            totals: {
                                leads: number;
                                sold: number;
                                unsold: number;
                                pending: number;
                                testLeads: number;
                                duplicates: number;
                                refused: number;
                                uncertain: number;
                                /** @description Decimal text, such as "42.00". */
                                revenue: string;
                                /** @description Decimal text, such as "42.00". */
                                payout: string;
                                acceptRate: number | null;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            };
                            /** @description Of the day before, up to the same time by the clock. */
                            before: {
                                leads: number;
                                sold: number;
                                unsold: number;
                                pending: number;
                                testLeads: number;
                                duplicates: number;
                                refused: number;
                                uncertain: number;
                                /** @description Decimal text, such as "42.00". */
                                revenue: string;
                                /** @description Decimal text, such as "42.00". */
                                payout: string;
                                acceptRate: number | null;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            };
                            /** @description 24 of them; 23 or 25 where clocks change. */
                            hours: {
                                /** @description ISO 8601. */
                                startsAt: string;
                                leads: number;
                                sold: number;
                                /** @description Decimal text, such as "42.00". */
                                revenue: string;
                                acceptRate: number | null;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            }[];
                            byCampaign: {
                                id: string;
                                name: string;
                                leads: number;
                                sold: number;
                                /** @description Decimal text, such as "42.00". */
                                revenue: string;
                            }[];
                            byBuyer: {
                                id: string;
                                name: string;
                                sold: number;
                                /** @description Decimal text, such as "42.00". */
                                revenue: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_buyer_day: {
        parameters: {
            query?: {
                /** @description A day of the tenant’s calendar, such as 2026-01-31; today unless given. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The time zone of the tenant, whose calendar counts. */
                            zone: string;
                            day: string;
                            /** @description ISO 8601. */
                            asOf: string;
                            totals: {
                                bought: number;
                                /** @description Decimal text, such as "42.00". */
                                spend: string;
                                refused: number;
                                failed: number;
                                uncertain: number;
                                acceptRate: number | null;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            };
                            /** @description Of the day before, up to the same time by the clock. */
                            before: {
                                bought: number;
                                /** @description Decimal text, such as "42.00". */
                                spend: string;
                                refused: number;
                                failed: number;
                                uncertain: number;
                                acceptRate: number | null;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            };
                            /** @description 24 of them; 23 or 25 where clocks change. */
                            hours: {
                                /** @description ISO 8601. */
                                startsAt: string;
                                bought: number;
                                /** @description Decimal text, such as "42.00". */
                                spend: string;
                                refused: number;
                                uncertain: number;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            }[];
                            byContract: {
                                id: string;
                                name: string;
                                bought: number;
                                /** @description Decimal text, such as "42.00". */
                                spend: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    get_partner_day: {
        parameters: {
            query?: {
                /** @description A day of the tenant’s calendar, such as 2026-01-31; today unless given. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The time zone of the tenant, whose calendar counts. */
                            zone: string;
                            day: string;
                            /** @description ISO 8601. */
                            asOf: string;
                            totals: {
                                leads: number;
                                sold: number;
                                unsold: number;
                                pending: number;
                                testLeads: number;
                                /** @description Decimal text, such as "42.00". */
                                payout: string;
                                rejectedPosts: number;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            };
                            /** @description Of the day before, up to the same time by the clock. */
                            before: {
                                leads: number;
                                sold: number;
                                unsold: number;
                                pending: number;
                                testLeads: number;
                                /** @description Decimal text, such as "42.00". */
                                payout: string;
                                rejectedPosts: number;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            };
                            /** @description 24 of them; 23 or 25 where clocks change. */
                            hours: {
                                /** @description ISO 8601. */
                                startsAt: string;
                                leads: number;
                                sold: number;
                                /** @description Decimal text, such as "42.00". */
                                payout: string;
                                latencyP50Ms: number | null;
                                latencyP95Ms: number | null;
                            }[];
                            /** @description Posts that made no lead, by the code of their answer. */
                            rejectedPosts: {
                                code: string;
                                posts: number;
                            }[];
                            byCampaign: {
                                id: string;
                                name: string;
                                leads: number;
                                sold: number;
                                /** @description Decimal text, such as "42.00". */
                                payout: string;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    list_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description What it is, such as `approval_waiting`. */
                            kind: string;
                            subjectId: string | null;
                            /** @description How much of it there is. */
                            count: number;
                            /** @description ISO 8601. */
                            at: string;
                            until: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
