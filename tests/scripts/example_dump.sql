--
-- PostgreSQL database dump
--

\restrict Mrvol2fWD1E4KlwoahABUG6gj38dBNTDdbnWRbWNeRb3GWXzC5MHX5b1ZVViJel

-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: account_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.account_status AS ENUM (
    'active',
    'suspended',
    'closed'
);


--
-- Name: admin_role; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.admin_role AS ENUM (
    'support',
    'billing',
    'clinical',
    'owner'
);


--
-- Name: analytics_source; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.analytics_source AS ENUM (
    'web',
    'ios',
    'android',
    'server'
);


--
-- Name: billing_adjustment_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.billing_adjustment_type AS ENUM (
    'refund',
    'credit',
    'charge',
    'write_off'
);


--
-- Name: communication_channel; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.communication_channel AS ENUM (
    'email',
    'sms',
    'push',
    'voice'
);


--
-- Name: communication_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.communication_status AS ENUM (
    'queued',
    'sent',
    'delivered',
    'failed'
);


--
-- Name: consultation_mode; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.consultation_mode AS ENUM (
    'async',
    'phone',
    'video'
);


--
-- Name: consultation_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.consultation_status AS ENUM (
    'draft',
    'submitted',
    'in_review',
    'completed',
    'declined',
    'cancelled'
);


--
-- Name: document_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.document_type AS ENUM (
    'identity',
    'insurance_card',
    'lab_result',
    'photo',
    'consent',
    'other'
);


--
-- Name: dosage_form; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.dosage_form AS ENUM (
    'tablet',
    'capsule',
    'cream',
    'gel',
    'foam',
    'solution',
    'injection',
    'nasal_spray',
    'patch'
);


--
-- Name: order_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.order_status AS ENUM (
    'pending',
    'paid',
    'processing',
    'shipped',
    'delivered',
    'cancelled',
    'refunded'
);


--
-- Name: prescription_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.prescription_status AS ENUM (
    'draft',
    'signed',
    'sent',
    'dispensed',
    'expired',
    'cancelled'
);


--
-- Name: provider_credential; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.provider_credential AS ENUM (
    'MD',
    'DO',
    'NP',
    'PA'
);


--
-- Name: sex_at_birth; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.sex_at_birth AS ENUM (
    'female',
    'male',
    'intersex',
    'undisclosed'
);


--
-- Name: treatment_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.treatment_status AS ENUM (
    'active',
    'paused',
    'completed',
    'cancelled'
);


--
-- Name: refuse_audit_log_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_audit_log_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'admin_audit_log is append-only: % refused', lower(tg_op)
    using errcode = 'restrict_violation';
end;
$$;


--
-- Name: FUNCTION refuse_audit_log_change(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.refuse_audit_log_change() IS 'Trigger function: keeps admin_audit_log append-only.';


--
-- Name: set_updated_at(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.updated_at := now();
  return new;
end;
$$;


--
-- Name: FUNCTION set_updated_at(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.set_updated_at() IS 'Trigger function: stamps updated_at with the start of the transaction.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: admin_audit_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.admin_audit_log (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    admin_id uuid NOT NULL,
    action text NOT NULL,
    entity_type text NOT NULL,
    entity_id uuid NOT NULL,
    patient_id uuid,
    reason text,
    old_values jsonb,
    new_values jsonb,
    ip_address inet,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT admin_audit_log_action_format CHECK ((action ~ '^[a-z_]+\.[a-z_]+$'::text)),
    CONSTRAINT admin_audit_log_entity_type_present CHECK ((entity_type <> ''::text))
);


--
-- Name: TABLE admin_audit_log; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.admin_audit_log IS 'What staff did. Append-only: a trigger refuses to change or delete rows.';


--
-- Name: COLUMN admin_audit_log.action; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.admin_audit_log.action IS 'What was done, as entity.verb, for example patient.suspend.';


--
-- Name: COLUMN admin_audit_log.entity_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.admin_audit_log.entity_id IS 'Not a foreign key, like patient_id: the trail outlives what it tells about.';


--
-- Name: COLUMN admin_audit_log.old_values; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.admin_audit_log.old_values IS 'The changed columns before, new_values after; null where there is no such side.';


--
-- Name: admins; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.admins (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    email text NOT NULL,
    full_name text NOT NULL,
    phone text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    role public.admin_role DEFAULT 'support'::public.admin_role NOT NULL,
    permissions text[] DEFAULT '{}'::text[] NOT NULL,
    password_hash text,
    is_active boolean DEFAULT true NOT NULL,
    last_sign_in_at timestamp with time zone,
    CONSTRAINT admins_email_plausible CHECK ((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)),
    CONSTRAINT admins_full_name_present CHECK ((full_name <> ''::text)),
    CONSTRAINT admins_permissions_known CHECK ((permissions <@ ARRAY['manage_admins'::text, 'manage_catalog'::text, 'manage_patients'::text, 'refund_orders'::text, 'view_reports'::text])),
    CONSTRAINT admins_phone_is_e164 CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
);


--
-- Name: TABLE admins; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.admins IS 'Staff of the platform: who they are, how they sign in and what they may do.';


--
-- Name: COLUMN admins.permissions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.admins.permissions IS 'What the person may do beyond the role.';


--
-- Name: COLUMN admins.password_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.admins.password_hash IS 'Null: signs in through the identity provider only.';


--
-- Name: COLUMN admins.is_active; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.admins.is_active IS 'False blocks the sign-in. People are deactivated, never deleted: their messages remain.';


--
-- Name: analytics_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.analytics_events (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    source public.analytics_source NOT NULL,
    session_id uuid,
    patient_id uuid,
    properties jsonb DEFAULT '{}'::jsonb NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT analytics_events_client_has_session CHECK (((source = 'server'::public.analytics_source) OR (session_id IS NOT NULL))),
    CONSTRAINT analytics_events_name_is_snake_case CHECK ((name ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT analytics_events_properties_is_object CHECK ((jsonb_typeof(properties) = 'object'::text))
);


--
-- Name: TABLE analytics_events; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.analytics_events IS 'Product events. Append-only; no health information belongs in properties.';


--
-- Name: COLUMN analytics_events.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_events.id IS 'Given by the client, so that sending an event again stores it once.';


--
-- Name: COLUMN analytics_events.patient_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_events.patient_id IS 'Null before sign-in, and after the patient was deleted.';


--
-- Name: COLUMN analytics_events.occurred_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.analytics_events.occurred_at IS 'The client''s clock; received_at is ours.';


--
-- Name: billing_adjustments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.billing_adjustments (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    reference text NOT NULL,
    patient_id uuid NOT NULL,
    order_id uuid,
    adjustment_type public.billing_adjustment_type NOT NULL,
    amount_cents integer NOT NULL,
    currency text DEFAULT 'usd'::text NOT NULL,
    reason text NOT NULL,
    stripe_refund_id text,
    created_by_admin_id uuid NOT NULL,
    approved_by_admin_id uuid,
    approved_at timestamp with time zone,
    applied_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT billing_adjustments_amount_positive CHECK ((amount_cents > 0)),
    CONSTRAINT billing_adjustments_applied_after_approval CHECK (((applied_at IS NULL) OR ((approved_at IS NOT NULL) AND (applied_at >= approved_at)))),
    CONSTRAINT billing_adjustments_approval_complete CHECK (((approved_by_admin_id IS NULL) = (approved_at IS NULL))),
    CONSTRAINT billing_adjustments_currency_is_iso_code CHECK ((currency ~ '^[a-z]{3}$'::text)),
    CONSTRAINT billing_adjustments_needs_four_eyes CHECK ((approved_by_admin_id <> created_by_admin_id)),
    CONSTRAINT billing_adjustments_only_refunds_at_stripe CHECK (((stripe_refund_id IS NULL) OR (adjustment_type = 'refund'::public.billing_adjustment_type))),
    CONSTRAINT billing_adjustments_reason_present CHECK ((reason <> ''::text)),
    CONSTRAINT billing_adjustments_reference_format CHECK ((reference ~ '^ADJ-[0-9]{6,}$'::text)),
    CONSTRAINT billing_adjustments_refund_has_order CHECK (((adjustment_type <> 'refund'::public.billing_adjustment_type) OR (order_id IS NOT NULL))),
    CONSTRAINT billing_adjustments_stripe_refund_id_prefix CHECK ((stripe_refund_id ~ '^re_'::text))
);


--
-- Name: TABLE billing_adjustments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.billing_adjustments IS 'Corrections of a patient''s bill, each entered by one person and approved by another.';


--
-- Name: COLUMN billing_adjustments.amount_cents; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.billing_adjustments.amount_cents IS 'Always positive; adjustment_type says in whose favour.';


--
-- Name: communication_logs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.communication_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    patient_id uuid NOT NULL,
    consultation_id uuid,
    order_id uuid,
    channel public.communication_channel NOT NULL,
    template text NOT NULL,
    recipient text NOT NULL,
    subject text,
    status public.communication_status DEFAULT 'queued'::public.communication_status NOT NULL,
    vendor text,
    vendor_message_id text,
    error text,
    sent_at timestamp with time zone,
    delivered_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT communication_logs_delivered_has_time CHECK (((status = 'delivered'::public.communication_status) = (delivered_at IS NOT NULL))),
    CONSTRAINT communication_logs_email_has_subject CHECK (((channel <> 'email'::public.communication_channel) OR (subject IS NOT NULL))),
    CONSTRAINT communication_logs_failed_has_error CHECK (((status = 'failed'::public.communication_status) = (error IS NOT NULL))),
    CONSTRAINT communication_logs_recipient_present CHECK ((recipient <> ''::text)),
    CONSTRAINT communication_logs_sent_has_time CHECK (((status <> ALL (ARRAY['sent'::public.communication_status, 'delivered'::public.communication_status])) OR (sent_at IS NOT NULL))),
    CONSTRAINT communication_logs_template_is_snake_case CHECK ((template ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT communication_logs_vendor_complete CHECK (((vendor IS NULL) = (vendor_message_id IS NULL)))
);


--
-- Name: TABLE communication_logs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.communication_logs IS 'What was sent to patients, over which channel, and whether it arrived.';


--
-- Name: COLUMN communication_logs.template; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.communication_logs.template IS 'Name of the template. The rendered text is not kept: it may hold health information.';


--
-- Name: COLUMN communication_logs.recipient; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.communication_logs.recipient IS 'Address, number or device as it was used, even if the patient has changed it since.';


--
-- Name: COLUMN communication_logs.vendor_message_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.communication_logs.vendor_message_id IS 'The vendor''s own identifier: its delivery reports find the row by it.';


--
-- Name: COLUMN communication_logs.delivered_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.communication_logs.delivered_at IS 'The vendor''s clock, which may be behind ours.';


--
-- Name: consultation_settings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultation_settings (
    consultation_type text NOT NULL,
    display_name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    mode public.consultation_mode DEFAULT 'async'::public.consultation_mode NOT NULL,
    price_cents integer NOT NULL,
    response_hours integer DEFAULT 24 NOT NULL,
    duration_minutes integer,
    minimum_age smallint DEFAULT 18 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT consultation_settings_display_name_present CHECK ((display_name <> ''::text)),
    CONSTRAINT consultation_settings_duration_positive CHECK ((duration_minutes > 0)),
    CONSTRAINT consultation_settings_live_has_duration CHECK (((mode = 'async'::public.consultation_mode) = (duration_minutes IS NULL))),
    CONSTRAINT consultation_settings_minimum_age_plausible CHECK (((minimum_age >= 0) AND (minimum_age <= 120))),
    CONSTRAINT consultation_settings_price_not_negative CHECK ((price_cents >= 0)),
    CONSTRAINT consultation_settings_response_hours_positive CHECK ((response_hours > 0)),
    CONSTRAINT consultation_settings_type_is_snake_case CHECK ((consultation_type ~ '^[a-z][a-z0-9_]*$'::text))
);


--
-- Name: TABLE consultation_settings; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.consultation_settings IS 'The kinds of consultation on offer, one row a kind.';


--
-- Name: COLUMN consultation_settings.response_hours; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consultation_settings.response_hours IS 'Promise to the patient: a provider answers within this many hours.';


--
-- Name: COLUMN consultation_settings.duration_minutes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consultation_settings.duration_minutes IS 'Length of a live appointment; null for asynchronous consultations.';


--
-- Name: COLUMN consultation_settings.is_active; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consultation_settings.is_active IS 'False hides the kind from new patients; existing consultations go on.';


--
-- Name: consultations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    reference text NOT NULL,
    patient_id uuid NOT NULL,
    provider_id uuid,
    consultation_type text NOT NULL,
    mode public.consultation_mode DEFAULT 'async'::public.consultation_mode NOT NULL,
    status public.consultation_status DEFAULT 'draft'::public.consultation_status NOT NULL,
    chief_complaint text NOT NULL,
    intake jsonb DEFAULT '{}'::jsonb NOT NULL,
    clinical_notes text,
    price_cents integer NOT NULL,
    stripe_payment_intent_id text,
    scheduled_at timestamp with time zone,
    submitted_at timestamp with time zone,
    closed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    treatment_plan_id uuid,
    CONSTRAINT consultations_async_is_not_scheduled CHECK (((mode <> 'async'::public.consultation_mode) OR (scheduled_at IS NULL))),
    CONSTRAINT consultations_closed_after_submitted CHECK ((closed_at >= submitted_at)),
    CONSTRAINT consultations_closed_has_time CHECK (((status = ANY (ARRAY['completed'::public.consultation_status, 'declined'::public.consultation_status, 'cancelled'::public.consultation_status])) = (closed_at IS NOT NULL))),
    CONSTRAINT consultations_decided_has_provider CHECK (((status <> ALL (ARRAY['in_review'::public.consultation_status, 'completed'::public.consultation_status, 'declined'::public.consultation_status])) OR (provider_id IS NOT NULL))),
    CONSTRAINT consultations_intake_is_object CHECK ((jsonb_typeof(intake) = 'object'::text)),
    CONSTRAINT consultations_price_not_negative CHECK ((price_cents >= 0)),
    CONSTRAINT consultations_reference_format CHECK ((reference ~ '^CON-[0-9]{6,}$'::text)),
    CONSTRAINT consultations_stripe_payment_intent_id_prefix CHECK ((stripe_payment_intent_id ~ '^pi_'::text)),
    CONSTRAINT consultations_submitted_has_time CHECK (((status = ANY (ARRAY['draft'::public.consultation_status, 'cancelled'::public.consultation_status])) OR (submitted_at IS NOT NULL)))
);


--
-- Name: TABLE consultations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.consultations IS 'A patient''s request for care and what became of it.';


--
-- Name: COLUMN consultations.reference; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consultations.reference IS 'Number that patients and support quote; given by the application.';


--
-- Name: COLUMN consultations.intake; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consultations.intake IS 'Answers to the questionnaire, keyed by question.';


--
-- Name: COLUMN consultations.price_cents; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consultations.price_cents IS 'Price when the consultation was started; later changes of the settings do not touch it.';


--
-- Name: COLUMN consultations.closed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consultations.closed_at IS 'When it was completed, declined or cancelled; null while open.';


--
-- Name: COLUMN consultations.treatment_plan_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consultations.treatment_plan_id IS 'The plan the patient asked for; null for a consultation without one.';


--
-- Name: daily_event_counts; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.daily_event_counts AS
 SELECT ((analytics_events.occurred_at AT TIME ZONE 'UTC'::text))::date AS day,
    analytics_events.name,
    analytics_events.source,
    count(*) AS events,
    count(DISTINCT analytics_events.session_id) AS sessions,
    count(DISTINCT analytics_events.patient_id) AS patients
   FROM public.analytics_events
  GROUP BY (((analytics_events.occurred_at AT TIME ZONE 'UTC'::text))::date), analytics_events.name, analytics_events.source;


--
-- Name: VIEW daily_event_counts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.daily_event_counts IS 'Events by UTC day, name and source.';


--
-- Name: medications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.medications (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    strength text NOT NULL,
    dosage_form public.dosage_form NOT NULL,
    price_cents integer NOT NULL,
    controlled_schedule smallint,
    needs_cold_chain boolean DEFAULT false NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT medications_controlled_schedule_known CHECK (((controlled_schedule >= 2) AND (controlled_schedule <= 5))),
    CONSTRAINT medications_name_present CHECK (((name <> ''::text) AND (strength <> ''::text))),
    CONSTRAINT medications_price_not_negative CHECK ((price_cents >= 0)),
    CONSTRAINT medications_sku_format CHECK ((sku ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'::text))
);


--
-- Name: TABLE medications; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.medications IS 'The formulary: every product a provider can prescribe.';


--
-- Name: COLUMN medications.price_cents; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.medications.price_cents IS 'Price of one fill to the patient, without shipping.';


--
-- Name: COLUMN medications.controlled_schedule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.medications.controlled_schedule IS 'DEA schedule 2 to 5; null for a product that is not controlled.';


--
-- Name: messages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.messages (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    consultation_id uuid NOT NULL,
    sender_patient_id uuid,
    sender_provider_id uuid,
    sender_admin_id uuid,
    body text NOT NULL,
    read_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT messages_body_present CHECK ((body <> ''::text)),
    CONSTRAINT messages_has_one_sender CHECK ((num_nonnulls(sender_patient_id, sender_provider_id, sender_admin_id) = 1)),
    CONSTRAINT messages_read_after_sent CHECK ((read_at >= created_at))
);


--
-- Name: TABLE messages; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.messages IS 'The conversation of a consultation. A message is never edited, only marked as read.';


--
-- Name: orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    reference text NOT NULL,
    patient_id uuid NOT NULL,
    prescription_id uuid NOT NULL,
    fill_number smallint DEFAULT 1 NOT NULL,
    status public.order_status DEFAULT 'pending'::public.order_status NOT NULL,
    subtotal_cents integer NOT NULL,
    shipping_cents integer DEFAULT 0 NOT NULL,
    tax_cents integer DEFAULT 0 NOT NULL,
    total_cents integer GENERATED ALWAYS AS (((subtotal_cents + shipping_cents) + tax_cents)) STORED NOT NULL,
    currency text DEFAULT 'usd'::text NOT NULL,
    stripe_payment_intent_id text,
    carrier text,
    tracking_number text,
    paid_at timestamp with time zone,
    shipped_at timestamp with time zone,
    delivered_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT orders_amounts_not_negative CHECK (((subtotal_cents >= 0) AND (shipping_cents >= 0) AND (tax_cents >= 0))),
    CONSTRAINT orders_currency_is_iso_code CHECK ((currency ~ '^[a-z]{3}$'::text)),
    CONSTRAINT orders_delivered_has_time CHECK (((status <> 'delivered'::public.order_status) OR (delivered_at IS NOT NULL))),
    CONSTRAINT orders_fill_number_plausible CHECK (((fill_number >= 1) AND (fill_number <= 12))),
    CONSTRAINT orders_paid_has_time CHECK (((status = ANY (ARRAY['pending'::public.order_status, 'cancelled'::public.order_status])) OR (paid_at IS NOT NULL))),
    CONSTRAINT orders_reference_format CHECK ((reference ~ '^ORD-[0-9]{6,}$'::text)),
    CONSTRAINT orders_shipped_has_time CHECK (((status <> ALL (ARRAY['shipped'::public.order_status, 'delivered'::public.order_status])) OR (shipped_at IS NOT NULL))),
    CONSTRAINT orders_stripe_payment_intent_id_prefix CHECK ((stripe_payment_intent_id ~ '^pi_'::text)),
    CONSTRAINT orders_times_in_order CHECK (((shipped_at >= paid_at) AND (delivered_at >= shipped_at))),
    CONSTRAINT orders_tracking_has_carrier CHECK (((carrier IS NULL) = (tracking_number IS NULL)))
);


--
-- Name: TABLE orders; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.orders IS 'One fill of a prescription, paid for and shipped.';


--
-- Name: COLUMN orders.fill_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.orders.fill_number IS '1 for the first fill, then one more for each refill.';


--
-- Name: COLUMN orders.currency; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.orders.currency IS 'ISO 4217 code in lower case, as Stripe writes it.';


--
-- Name: patient_documents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.patient_documents (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    patient_id uuid NOT NULL,
    consultation_id uuid,
    document_type public.document_type NOT NULL,
    file_name text NOT NULL,
    content_type text NOT NULL,
    size_bytes bigint NOT NULL,
    storage_key text NOT NULL,
    sha256 text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT patient_documents_content_type_format CHECK ((content_type ~ '^[a-z]+/[a-z0-9.+-]+$'::text)),
    CONSTRAINT patient_documents_file_name_present CHECK ((file_name <> ''::text)),
    CONSTRAINT patient_documents_sha256_format CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT patient_documents_size_positive CHECK ((size_bytes > 0))
);


--
-- Name: TABLE patient_documents; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.patient_documents IS 'Files that patients sent in. The content lies in the object store, not here.';


--
-- Name: COLUMN patient_documents.storage_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patient_documents.storage_key IS 'Key in the object store.';


--
-- Name: COLUMN patient_documents.sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patient_documents.sha256 IS 'SHA-256 of the content, lower-case hex.';


--
-- Name: patient_notes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.patient_notes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    patient_id uuid NOT NULL,
    admin_id uuid NOT NULL,
    body text NOT NULL,
    is_pinned boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT patient_notes_body_present CHECK ((body <> ''::text))
);


--
-- Name: TABLE patient_notes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.patient_notes IS 'Notes of staff about a patient''s account. Not part of the medical record.';


--
-- Name: patient_treatments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.patient_treatments (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    patient_id uuid NOT NULL,
    treatment_plan_id uuid NOT NULL,
    status public.treatment_status DEFAULT 'active'::public.treatment_status NOT NULL,
    stripe_subscription_id text,
    started_on date NOT NULL,
    ended_on date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT patient_treatments_days_in_order CHECK ((ended_on >= started_on)),
    CONSTRAINT patient_treatments_ended_has_day CHECK (((status = ANY (ARRAY['completed'::public.treatment_status, 'cancelled'::public.treatment_status])) = (ended_on IS NOT NULL))),
    CONSTRAINT patient_treatments_stripe_subscription_id_prefix CHECK ((stripe_subscription_id ~ '^sub_'::text))
);


--
-- Name: TABLE patient_treatments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.patient_treatments IS 'Which patient follows which treatment plan, now and before.';


--
-- Name: patients; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.patients (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    email text NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    date_of_birth date NOT NULL,
    sex_at_birth public.sex_at_birth DEFAULT 'undisclosed'::public.sex_at_birth NOT NULL,
    phone text,
    address_line1 text,
    address_line2 text,
    city text,
    state text NOT NULL,
    postal_code text,
    time_zone text DEFAULT 'America/New_York'::text NOT NULL,
    stripe_customer_id text,
    stripe_payment_method_id text,
    telehealth_consent_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    email_opt_out_at timestamp with time zone,
    sms_opt_out_at timestamp with time zone,
    account_status public.account_status DEFAULT 'active'::public.account_status NOT NULL,
    account_status_reason text,
    account_status_changed_at timestamp with time zone,
    account_status_changed_by_admin_id uuid,
    CONSTRAINT patients_account_status_explained CHECK (((account_status = 'active'::public.account_status) OR ((account_status_reason IS NOT NULL) AND (account_status_changed_at IS NOT NULL)))),
    CONSTRAINT patients_date_of_birth_plausible CHECK ((date_of_birth > '1900-01-01'::date)),
    CONSTRAINT patients_email_plausible CHECK ((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)),
    CONSTRAINT patients_name_present CHECK (((first_name <> ''::text) AND (last_name <> ''::text))),
    CONSTRAINT patients_payment_method_has_customer CHECK (((stripe_payment_method_id IS NULL) OR (stripe_customer_id IS NOT NULL))),
    CONSTRAINT patients_phone_is_e164 CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text)),
    CONSTRAINT patients_postal_code_is_zip CHECK ((postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'::text)),
    CONSTRAINT patients_state_is_usps_code CHECK ((state ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT patients_stripe_customer_id_prefix CHECK ((stripe_customer_id ~ '^cus_'::text)),
    CONSTRAINT patients_stripe_payment_method_id_prefix CHECK ((stripe_payment_method_id ~ '^pm_'::text))
);


--
-- Name: TABLE patients; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.patients IS 'People who ask for care.';


--
-- Name: COLUMN patients.phone; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.phone IS 'E.164, for example +12025550123.';


--
-- Name: COLUMN patients.state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.state IS 'USPS code of the state of residence: decides which providers may treat the patient.';


--
-- Name: COLUMN patients.stripe_customer_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.stripe_customer_id IS 'Customer at Stripe (cus_...); null until the first payment.';


--
-- Name: COLUMN patients.stripe_payment_method_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.stripe_payment_method_id IS 'Default payment method at Stripe (pm_...). Card data is never stored here.';


--
-- Name: COLUMN patients.telehealth_consent_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.telehealth_consent_at IS 'When the patient accepted the telehealth consent; null blocks new consultations.';


--
-- Name: COLUMN patients.email_opt_out_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.email_opt_out_at IS 'When the patient refused e-mail that is not about care in progress; null means allowed.';


--
-- Name: COLUMN patients.sms_opt_out_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.sms_opt_out_at IS 'When the patient answered STOP; null means text messages are allowed.';


--
-- Name: COLUMN patients.account_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.account_status IS 'Suspended: no new consultations or orders. Closed: no sign-in either; records are kept.';


--
-- Name: COLUMN patients.account_status_changed_by_admin_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.patients.account_status_changed_by_admin_id IS 'Null when the patient or the system changed it.';


--
-- Name: pharmacies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pharmacies (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    ncpdp_id text NOT NULL,
    name text NOT NULL,
    phone text NOT NULL,
    fax text,
    address_line1 text NOT NULL,
    city text NOT NULL,
    state text NOT NULL,
    postal_code text NOT NULL,
    is_mail_order boolean DEFAULT false NOT NULL,
    accepts_eprescriptions boolean DEFAULT true NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT pharmacies_name_present CHECK ((name <> ''::text)),
    CONSTRAINT pharmacies_ncpdp_id_has_seven_digits CHECK ((ncpdp_id ~ '^[0-9]{7}$'::text)),
    CONSTRAINT pharmacies_phone_and_fax_are_e164 CHECK (((phone ~ '^\+[1-9][0-9]{6,14}$'::text) AND (fax ~ '^\+[1-9][0-9]{6,14}$'::text))),
    CONSTRAINT pharmacies_postal_code_is_zip CHECK ((postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'::text)),
    CONSTRAINT pharmacies_reachable CHECK ((accepts_eprescriptions OR (fax IS NOT NULL))),
    CONSTRAINT pharmacies_state_is_usps_code CHECK ((state ~ '^[A-Z]{2}$'::text))
);


--
-- Name: TABLE pharmacies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.pharmacies IS 'Pharmacies that fill prescriptions.';


--
-- Name: COLUMN pharmacies.ncpdp_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.pharmacies.ncpdp_id IS 'Identifier of the National Council for Prescription Drug Programs.';


--
-- Name: prescriptions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.prescriptions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    reference text NOT NULL,
    consultation_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    medication_id uuid NOT NULL,
    pharmacy_id uuid,
    status public.prescription_status DEFAULT 'draft'::public.prescription_status NOT NULL,
    directions text NOT NULL,
    quantity integer NOT NULL,
    days_supply integer NOT NULL,
    refills smallint DEFAULT 0 NOT NULL,
    signed_at timestamp with time zone,
    expires_on date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT prescriptions_amounts_positive CHECK (((quantity > 0) AND (days_supply > 0))),
    CONSTRAINT prescriptions_directions_present CHECK ((directions <> ''::text)),
    CONSTRAINT prescriptions_reference_format CHECK ((reference ~ '^RX-[0-9]{6,}$'::text)),
    CONSTRAINT prescriptions_refills_plausible CHECK (((refills >= 0) AND (refills <= 11))),
    CONSTRAINT prescriptions_sent_has_pharmacy CHECK (((status <> ALL (ARRAY['sent'::public.prescription_status, 'dispensed'::public.prescription_status])) OR (pharmacy_id IS NOT NULL))),
    CONSTRAINT prescriptions_signed_expires CHECK (((signed_at IS NULL) = (expires_on IS NULL))),
    CONSTRAINT prescriptions_signed_has_time CHECK (((status = ANY (ARRAY['draft'::public.prescription_status, 'cancelled'::public.prescription_status])) OR (signed_at IS NOT NULL)))
);


--
-- Name: TABLE prescriptions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.prescriptions IS 'What a provider prescribed in a consultation.';


--
-- Name: COLUMN prescriptions.directions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.prescriptions.directions IS 'What the label says (sig).';


--
-- Name: COLUMN prescriptions.refills; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.prescriptions.refills IS 'Fills allowed after the first.';


--
-- Name: providers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    npi text NOT NULL,
    email text NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    credential public.provider_credential NOT NULL,
    phone text,
    licensed_states text[] NOT NULL,
    stripe_account_id text,
    is_accepting_patients boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT providers_email_plausible CHECK ((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)),
    CONSTRAINT providers_licensed_states_are_usps_codes CHECK ((array_to_string(licensed_states, ','::text, '?'::text) ~ '^[A-Z]{2}(,[A-Z]{2})*$'::text)),
    CONSTRAINT providers_name_present CHECK (((first_name <> ''::text) AND (last_name <> ''::text))),
    CONSTRAINT providers_npi_has_ten_digits CHECK ((npi ~ '^[0-9]{10}$'::text)),
    CONSTRAINT providers_phone_is_e164 CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text)),
    CONSTRAINT providers_stripe_account_id_prefix CHECK ((stripe_account_id ~ '^acct_'::text))
);


--
-- Name: TABLE providers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.providers IS 'Clinicians who review consultations and prescribe.';


--
-- Name: COLUMN providers.npi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.providers.npi IS 'National Provider Identifier.';


--
-- Name: COLUMN providers.licensed_states; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.providers.licensed_states IS 'USPS codes of the states in which the provider may treat patients; at least one.';


--
-- Name: COLUMN providers.stripe_account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.providers.stripe_account_id IS 'Connected account at Stripe (acct_...) for pay-outs.';


--
-- Name: treatment_plans; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.treatment_plans (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    consultation_type text NOT NULL,
    medication_id uuid NOT NULL,
    price_cents integer NOT NULL,
    billing_interval_days integer NOT NULL,
    duration_days integer,
    stripe_price_id text,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT treatment_plans_billing_interval_positive CHECK ((billing_interval_days > 0)),
    CONSTRAINT treatment_plans_duration_covers_an_interval CHECK ((duration_days >= billing_interval_days)),
    CONSTRAINT treatment_plans_name_present CHECK ((name <> ''::text)),
    CONSTRAINT treatment_plans_price_not_negative CHECK ((price_cents >= 0)),
    CONSTRAINT treatment_plans_slug_format CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT treatment_plans_stripe_price_id_prefix CHECK ((stripe_price_id ~ '^price_'::text))
);


--
-- Name: TABLE treatment_plans; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.treatment_plans IS 'Courses of treatment on offer.';


--
-- Name: COLUMN treatment_plans.price_cents; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.treatment_plans.price_cents IS 'Charged every billing_interval_days.';


--
-- Name: COLUMN treatment_plans.duration_days; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.treatment_plans.duration_days IS 'Length of the course; null for one that goes on until somebody ends it.';


--
-- Data for Name: admin_audit_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.admin_audit_log (id, admin_id, action, entity_type, entity_id, patient_id, reason, old_values, new_values, ip_address, created_at) FROM stdin;
f3000000-0000-4000-8000-000000000001	10000000-0000-4000-8000-000000000002	patient.suspend	patient	60000000-0000-4000-8000-000000000043	60000000-0000-4000-8000-000000000043	Payment disputed with the bank; see the note.	{"account_status": "active"}	{"account_status": "suspended"}	192.0.2.10	2026-08-03 09:15:00+00
f4000000-0000-4000-8000-000000000001	10000000-0000-4000-8000-000000000001	billing_adjustment.approve	billing_adjustment	f2000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000025	\N	\N	{"amount_cents": 500, "adjustment_type": "credit"}	192.0.2.11	2026-05-12 11:00:00+00
f4000000-0000-4000-8000-000000000002	10000000-0000-4000-8000-000000000001	billing_adjustment.approve	billing_adjustment	f2000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000032	\N	\N	{"amount_cents": 3200, "adjustment_type": "refund"}	192.0.2.11	2026-06-05 09:10:00+00
\.


--
-- Data for Name: admins; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.admins (id, email, full_name, phone, created_at, updated_at, role, permissions, password_hash, is_active, last_sign_in_at) FROM stdin;
10000000-0000-4000-8000-000000000001	orla.finnegan@example.com	Orla Finnegan	+12025550180	2026-11-21 10:44:01.287427+00	2026-11-21 10:44:01.287427+00	owner	{manage_admins,manage_catalog,manage_patients,refund_orders,view_reports}	\N	t	\N
10000000-0000-4000-8000-000000000002	tobias.lindqvist@example.com	Tobias Lindqvist	+12025550181	2026-11-21 10:44:01.287427+00	2026-11-21 10:44:01.287427+00	support	{manage_patients,view_reports}	\N	t	\N
\.


--
-- Data for Name: analytics_events; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.analytics_events (id, name, source, session_id, patient_id, properties, occurred_at, received_at) FROM stdin;
e1000000-0000-4000-8000-000000000001	consultation_started	web	e0000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000001	{"consultation_type": "migraine"}	2026-03-02 14:00:00+00	2026-03-02 14:00:01+00
e2000000-0000-4000-8000-000000000001	consultation_submitted	web	e0000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000001	{"consultation_type": "migraine"}	2026-03-02 14:09:00+00	2026-03-02 14:09:01+00
e1000000-0000-4000-8000-000000000002	consultation_started	web	e0000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000002	{"consultation_type": "hair_loss"}	2026-03-05 14:17:00+00	2026-03-05 14:17:01+00
e2000000-0000-4000-8000-000000000002	consultation_submitted	web	e0000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000002	{"consultation_type": "hair_loss"}	2026-03-05 14:27:00+00	2026-03-05 14:27:01+00
e1000000-0000-4000-8000-000000000003	consultation_started	web	e0000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000003	{"consultation_type": "contraception"}	2026-03-08 14:34:00+00	2026-03-08 14:34:01+00
e2000000-0000-4000-8000-000000000003	consultation_submitted	web	e0000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000003	{"consultation_type": "contraception"}	2026-03-08 14:45:00+00	2026-03-08 14:45:01+00
e1000000-0000-4000-8000-000000000004	consultation_started	web	e0000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000004	{"consultation_type": "erectile_dysfunction"}	2026-03-11 14:51:00+00	2026-03-11 14:51:01+00
e2000000-0000-4000-8000-000000000004	consultation_submitted	web	e0000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000004	{"consultation_type": "erectile_dysfunction"}	2026-03-11 15:03:00+00	2026-03-11 15:03:01+00
e1000000-0000-4000-8000-000000000005	consultation_started	web	e0000000-0000-4000-8000-000000000005	60000000-0000-4000-8000-000000000005	{"consultation_type": "acne"}	2026-03-14 15:08:00+00	2026-03-14 15:08:01+00
e2000000-0000-4000-8000-000000000005	consultation_submitted	web	e0000000-0000-4000-8000-000000000005	60000000-0000-4000-8000-000000000005	{"consultation_type": "acne"}	2026-03-14 15:21:00+00	2026-03-14 15:21:01+00
e1000000-0000-4000-8000-000000000006	consultation_started	web	e0000000-0000-4000-8000-000000000006	60000000-0000-4000-8000-000000000006	{"consultation_type": "weight_loss"}	2026-03-17 15:25:00+00	2026-03-17 15:25:01+00
e2000000-0000-4000-8000-000000000006	consultation_submitted	web	e0000000-0000-4000-8000-000000000006	60000000-0000-4000-8000-000000000006	{"consultation_type": "weight_loss"}	2026-03-17 15:39:00+00	2026-03-17 15:39:01+00
e1000000-0000-4000-8000-000000000007	consultation_started	web	e0000000-0000-4000-8000-000000000007	60000000-0000-4000-8000-000000000007	{"consultation_type": "migraine"}	2026-03-20 15:42:00+00	2026-03-20 15:42:01+00
e2000000-0000-4000-8000-000000000007	consultation_submitted	web	e0000000-0000-4000-8000-000000000007	60000000-0000-4000-8000-000000000007	{"consultation_type": "migraine"}	2026-03-20 15:51:00+00	2026-03-20 15:51:01+00
e1000000-0000-4000-8000-000000000008	consultation_started	web	e0000000-0000-4000-8000-000000000008	60000000-0000-4000-8000-000000000008	{"consultation_type": "hair_loss"}	2026-03-23 15:59:00+00	2026-03-23 15:59:01+00
e2000000-0000-4000-8000-000000000008	consultation_submitted	web	e0000000-0000-4000-8000-000000000008	60000000-0000-4000-8000-000000000008	{"consultation_type": "hair_loss"}	2026-03-23 16:09:00+00	2026-03-23 16:09:01+00
e1000000-0000-4000-8000-000000000009	consultation_started	web	e0000000-0000-4000-8000-000000000009	60000000-0000-4000-8000-000000000009	{"consultation_type": "urinary_tract_infection"}	2026-03-26 16:16:00+00	2026-03-26 16:16:01+00
e2000000-0000-4000-8000-000000000009	consultation_submitted	web	e0000000-0000-4000-8000-000000000009	60000000-0000-4000-8000-000000000009	{"consultation_type": "urinary_tract_infection"}	2026-03-26 16:27:00+00	2026-03-26 16:27:01+00
e1000000-0000-4000-8000-000000000010	consultation_started	web	e0000000-0000-4000-8000-000000000010	60000000-0000-4000-8000-000000000010	{"consultation_type": "erectile_dysfunction"}	2026-03-29 16:33:00+00	2026-03-29 16:33:01+00
e2000000-0000-4000-8000-000000000010	consultation_submitted	web	e0000000-0000-4000-8000-000000000010	60000000-0000-4000-8000-000000000010	{"consultation_type": "erectile_dysfunction"}	2026-03-29 16:45:00+00	2026-03-29 16:45:01+00
e1000000-0000-4000-8000-000000000011	consultation_started	web	e0000000-0000-4000-8000-000000000011	60000000-0000-4000-8000-000000000011	{"consultation_type": "allergies"}	2026-04-01 16:50:00+00	2026-04-01 16:50:01+00
e2000000-0000-4000-8000-000000000011	consultation_submitted	web	e0000000-0000-4000-8000-000000000011	60000000-0000-4000-8000-000000000011	{"consultation_type": "allergies"}	2026-04-01 17:03:00+00	2026-04-01 17:03:01+00
e1000000-0000-4000-8000-000000000012	consultation_started	web	e0000000-0000-4000-8000-000000000012	60000000-0000-4000-8000-000000000012	{"consultation_type": "mental_health"}	2026-04-04 17:07:00+00	2026-04-04 17:07:01+00
e2000000-0000-4000-8000-000000000012	consultation_submitted	web	e0000000-0000-4000-8000-000000000012	60000000-0000-4000-8000-000000000012	{"consultation_type": "mental_health"}	2026-04-04 17:21:00+00	2026-04-04 17:21:01+00
e1000000-0000-4000-8000-000000000013	consultation_started	web	e0000000-0000-4000-8000-000000000013	60000000-0000-4000-8000-000000000013	{"consultation_type": "acne"}	2026-04-07 17:24:00+00	2026-04-07 17:24:01+00
e2000000-0000-4000-8000-000000000013	consultation_submitted	web	e0000000-0000-4000-8000-000000000013	60000000-0000-4000-8000-000000000013	{"consultation_type": "acne"}	2026-04-07 17:33:00+00	2026-04-07 17:33:01+00
e1000000-0000-4000-8000-000000000014	consultation_started	web	e0000000-0000-4000-8000-000000000014	60000000-0000-4000-8000-000000000014	{"consultation_type": "weight_loss"}	2026-04-10 17:41:00+00	2026-04-10 17:41:01+00
e2000000-0000-4000-8000-000000000014	consultation_submitted	web	e0000000-0000-4000-8000-000000000014	60000000-0000-4000-8000-000000000014	{"consultation_type": "weight_loss"}	2026-04-10 17:51:00+00	2026-04-10 17:51:01+00
e1000000-0000-4000-8000-000000000015	consultation_started	web	e0000000-0000-4000-8000-000000000015	60000000-0000-4000-8000-000000000015	{"consultation_type": "contraception"}	2026-04-13 17:58:00+00	2026-04-13 17:58:01+00
e2000000-0000-4000-8000-000000000015	consultation_submitted	web	e0000000-0000-4000-8000-000000000015	60000000-0000-4000-8000-000000000015	{"consultation_type": "contraception"}	2026-04-13 18:09:00+00	2026-04-13 18:09:01+00
e1000000-0000-4000-8000-000000000016	consultation_started	web	e0000000-0000-4000-8000-000000000016	60000000-0000-4000-8000-000000000016	{"consultation_type": "allergies"}	2026-04-16 18:15:00+00	2026-04-16 18:15:01+00
e2000000-0000-4000-8000-000000000016	consultation_submitted	web	e0000000-0000-4000-8000-000000000016	60000000-0000-4000-8000-000000000016	{"consultation_type": "allergies"}	2026-04-16 18:27:00+00	2026-04-16 18:27:01+00
e1000000-0000-4000-8000-000000000017	consultation_started	web	e0000000-0000-4000-8000-000000000017	60000000-0000-4000-8000-000000000017	{"consultation_type": "mental_health"}	2026-04-19 18:32:00+00	2026-04-19 18:32:01+00
e2000000-0000-4000-8000-000000000017	consultation_submitted	web	e0000000-0000-4000-8000-000000000017	60000000-0000-4000-8000-000000000017	{"consultation_type": "mental_health"}	2026-04-19 18:45:00+00	2026-04-19 18:45:01+00
e1000000-0000-4000-8000-000000000018	consultation_started	web	e0000000-0000-4000-8000-000000000018	60000000-0000-4000-8000-000000000018	{"consultation_type": "weight_loss"}	2026-04-22 18:49:00+00	2026-04-22 18:49:01+00
e2000000-0000-4000-8000-000000000018	consultation_submitted	web	e0000000-0000-4000-8000-000000000018	60000000-0000-4000-8000-000000000018	{"consultation_type": "weight_loss"}	2026-04-22 19:03:00+00	2026-04-22 19:03:01+00
e1000000-0000-4000-8000-000000000019	consultation_started	web	e0000000-0000-4000-8000-000000000019	60000000-0000-4000-8000-000000000019	{"consultation_type": "erectile_dysfunction"}	2026-04-25 19:06:00+00	2026-04-25 19:06:01+00
e2000000-0000-4000-8000-000000000019	consultation_submitted	web	e0000000-0000-4000-8000-000000000019	60000000-0000-4000-8000-000000000019	{"consultation_type": "erectile_dysfunction"}	2026-04-25 19:15:00+00	2026-04-25 19:15:01+00
e1000000-0000-4000-8000-000000000020	consultation_started	web	e0000000-0000-4000-8000-000000000020	60000000-0000-4000-8000-000000000020	{"consultation_type": "contraception"}	2026-04-28 19:23:00+00	2026-04-28 19:23:01+00
e2000000-0000-4000-8000-000000000020	consultation_submitted	web	e0000000-0000-4000-8000-000000000020	60000000-0000-4000-8000-000000000020	{"consultation_type": "contraception"}	2026-04-28 19:33:00+00	2026-04-28 19:33:01+00
e1000000-0000-4000-8000-000000000021	consultation_started	web	e0000000-0000-4000-8000-000000000021	60000000-0000-4000-8000-000000000022	{"consultation_type": "acne"}	2026-05-01 19:40:00+00	2026-05-01 19:40:01+00
e2000000-0000-4000-8000-000000000021	consultation_submitted	web	e0000000-0000-4000-8000-000000000021	60000000-0000-4000-8000-000000000022	{"consultation_type": "acne"}	2026-05-01 19:51:00+00	2026-05-01 19:51:01+00
e1000000-0000-4000-8000-000000000022	consultation_started	web	e0000000-0000-4000-8000-000000000022	60000000-0000-4000-8000-000000000023	{"consultation_type": "general"}	2026-05-04 19:57:00+00	2026-05-04 19:57:01+00
e2000000-0000-4000-8000-000000000022	consultation_submitted	web	e0000000-0000-4000-8000-000000000022	60000000-0000-4000-8000-000000000023	{"consultation_type": "general"}	2026-05-04 20:09:00+00	2026-05-04 20:09:01+00
e1000000-0000-4000-8000-000000000023	consultation_started	web	e0000000-0000-4000-8000-000000000023	60000000-0000-4000-8000-000000000024	{"consultation_type": "urinary_tract_infection"}	2026-05-07 20:14:00+00	2026-05-07 20:14:01+00
e2000000-0000-4000-8000-000000000023	consultation_submitted	web	e0000000-0000-4000-8000-000000000023	60000000-0000-4000-8000-000000000024	{"consultation_type": "urinary_tract_infection"}	2026-05-07 20:27:00+00	2026-05-07 20:27:01+00
e1000000-0000-4000-8000-000000000024	consultation_started	web	e0000000-0000-4000-8000-000000000024	60000000-0000-4000-8000-000000000025	{"consultation_type": "hair_loss"}	2026-05-10 14:00:00+00	2026-05-10 14:00:01+00
e2000000-0000-4000-8000-000000000024	consultation_submitted	web	e0000000-0000-4000-8000-000000000024	60000000-0000-4000-8000-000000000025	{"consultation_type": "hair_loss"}	2026-05-10 14:14:00+00	2026-05-10 14:14:01+00
e1000000-0000-4000-8000-000000000025	consultation_started	web	e0000000-0000-4000-8000-000000000025	60000000-0000-4000-8000-000000000026	{"consultation_type": "acne"}	2026-05-13 14:17:00+00	2026-05-13 14:17:01+00
e2000000-0000-4000-8000-000000000025	consultation_submitted	web	e0000000-0000-4000-8000-000000000025	60000000-0000-4000-8000-000000000026	{"consultation_type": "acne"}	2026-05-13 14:26:00+00	2026-05-13 14:26:01+00
e1000000-0000-4000-8000-000000000026	consultation_started	web	e0000000-0000-4000-8000-000000000026	60000000-0000-4000-8000-000000000027	{"consultation_type": "weight_loss"}	2026-05-16 14:34:00+00	2026-05-16 14:34:01+00
e2000000-0000-4000-8000-000000000026	consultation_submitted	web	e0000000-0000-4000-8000-000000000026	60000000-0000-4000-8000-000000000027	{"consultation_type": "weight_loss"}	2026-05-16 14:44:00+00	2026-05-16 14:44:01+00
e1000000-0000-4000-8000-000000000027	consultation_started	web	e0000000-0000-4000-8000-000000000027	60000000-0000-4000-8000-000000000028	{"consultation_type": "contraception"}	2026-05-19 14:51:00+00	2026-05-19 14:51:01+00
e2000000-0000-4000-8000-000000000027	consultation_submitted	web	e0000000-0000-4000-8000-000000000027	60000000-0000-4000-8000-000000000028	{"consultation_type": "contraception"}	2026-05-19 15:02:00+00	2026-05-19 15:02:01+00
e1000000-0000-4000-8000-000000000028	consultation_started	web	e0000000-0000-4000-8000-000000000028	60000000-0000-4000-8000-000000000029	{"consultation_type": "migraine"}	2026-05-22 15:08:00+00	2026-05-22 15:08:01+00
e2000000-0000-4000-8000-000000000028	consultation_submitted	web	e0000000-0000-4000-8000-000000000028	60000000-0000-4000-8000-000000000029	{"consultation_type": "migraine"}	2026-05-22 15:20:00+00	2026-05-22 15:20:01+00
e1000000-0000-4000-8000-000000000029	consultation_started	web	e0000000-0000-4000-8000-000000000029	60000000-0000-4000-8000-000000000030	{"consultation_type": "allergies"}	2026-05-25 15:25:00+00	2026-05-25 15:25:01+00
e2000000-0000-4000-8000-000000000029	consultation_submitted	web	e0000000-0000-4000-8000-000000000029	60000000-0000-4000-8000-000000000030	{"consultation_type": "allergies"}	2026-05-25 15:38:00+00	2026-05-25 15:38:01+00
e1000000-0000-4000-8000-000000000030	consultation_started	web	e0000000-0000-4000-8000-000000000030	60000000-0000-4000-8000-000000000031	{"consultation_type": "hair_loss"}	2026-05-28 15:42:00+00	2026-05-28 15:42:01+00
e2000000-0000-4000-8000-000000000030	consultation_submitted	web	e0000000-0000-4000-8000-000000000030	60000000-0000-4000-8000-000000000031	{"consultation_type": "hair_loss"}	2026-05-28 15:56:00+00	2026-05-28 15:56:01+00
e1000000-0000-4000-8000-000000000031	consultation_started	web	e0000000-0000-4000-8000-000000000031	60000000-0000-4000-8000-000000000032	{"consultation_type": "migraine"}	2026-05-31 15:59:00+00	2026-05-31 15:59:01+00
e2000000-0000-4000-8000-000000000031	consultation_submitted	web	e0000000-0000-4000-8000-000000000031	60000000-0000-4000-8000-000000000032	{"consultation_type": "migraine"}	2026-05-31 16:08:00+00	2026-05-31 16:08:01+00
e1000000-0000-4000-8000-000000000032	consultation_started	web	e0000000-0000-4000-8000-000000000032	60000000-0000-4000-8000-000000000033	{"consultation_type": "erectile_dysfunction"}	2026-06-03 16:16:00+00	2026-06-03 16:16:01+00
e2000000-0000-4000-8000-000000000032	consultation_submitted	web	e0000000-0000-4000-8000-000000000032	60000000-0000-4000-8000-000000000033	{"consultation_type": "erectile_dysfunction"}	2026-06-03 16:26:00+00	2026-06-03 16:26:01+00
e1000000-0000-4000-8000-000000000033	consultation_started	web	e0000000-0000-4000-8000-000000000033	60000000-0000-4000-8000-000000000034	{"consultation_type": "urinary_tract_infection"}	2026-06-06 16:33:00+00	2026-06-06 16:33:01+00
e2000000-0000-4000-8000-000000000033	consultation_submitted	web	e0000000-0000-4000-8000-000000000033	60000000-0000-4000-8000-000000000034	{"consultation_type": "urinary_tract_infection"}	2026-06-06 16:44:00+00	2026-06-06 16:44:01+00
e1000000-0000-4000-8000-000000000034	consultation_started	web	e0000000-0000-4000-8000-000000000034	60000000-0000-4000-8000-000000000035	{"consultation_type": "general"}	2026-06-09 16:50:00+00	2026-06-09 16:50:01+00
e2000000-0000-4000-8000-000000000034	consultation_submitted	web	e0000000-0000-4000-8000-000000000034	60000000-0000-4000-8000-000000000035	{"consultation_type": "general"}	2026-06-09 17:02:00+00	2026-06-09 17:02:01+00
e1000000-0000-4000-8000-000000000035	consultation_started	web	e0000000-0000-4000-8000-000000000035	60000000-0000-4000-8000-000000000036	{"consultation_type": "acne"}	2026-06-12 17:07:00+00	2026-06-12 17:07:01+00
e2000000-0000-4000-8000-000000000035	consultation_submitted	web	e0000000-0000-4000-8000-000000000035	60000000-0000-4000-8000-000000000036	{"consultation_type": "acne"}	2026-06-12 17:20:00+00	2026-06-12 17:20:01+00
e1000000-0000-4000-8000-000000000036	consultation_started	web	e0000000-0000-4000-8000-000000000036	60000000-0000-4000-8000-000000000037	{"consultation_type": "weight_loss"}	2026-06-15 17:24:00+00	2026-06-15 17:24:01+00
e2000000-0000-4000-8000-000000000036	consultation_submitted	web	e0000000-0000-4000-8000-000000000036	60000000-0000-4000-8000-000000000037	{"consultation_type": "weight_loss"}	2026-06-15 17:38:00+00	2026-06-15 17:38:01+00
e1000000-0000-4000-8000-000000000037	consultation_started	web	e0000000-0000-4000-8000-000000000037	60000000-0000-4000-8000-000000000038	{"consultation_type": "contraception"}	2026-06-18 17:41:00+00	2026-06-18 17:41:01+00
e2000000-0000-4000-8000-000000000037	consultation_submitted	web	e0000000-0000-4000-8000-000000000037	60000000-0000-4000-8000-000000000038	{"consultation_type": "contraception"}	2026-06-18 17:50:00+00	2026-06-18 17:50:01+00
e1000000-0000-4000-8000-000000000038	consultation_started	web	e0000000-0000-4000-8000-000000000038	60000000-0000-4000-8000-000000000039	{"consultation_type": "mental_health"}	2026-06-21 17:58:00+00	2026-06-21 17:58:01+00
e2000000-0000-4000-8000-000000000038	consultation_submitted	web	e0000000-0000-4000-8000-000000000038	60000000-0000-4000-8000-000000000039	{"consultation_type": "mental_health"}	2026-06-21 18:08:00+00	2026-06-21 18:08:01+00
e1000000-0000-4000-8000-000000000039	consultation_started	web	e0000000-0000-4000-8000-000000000039	60000000-0000-4000-8000-000000000040	{"consultation_type": "urinary_tract_infection"}	2026-06-24 18:15:00+00	2026-06-24 18:15:01+00
e2000000-0000-4000-8000-000000000039	consultation_submitted	web	e0000000-0000-4000-8000-000000000039	60000000-0000-4000-8000-000000000040	{"consultation_type": "urinary_tract_infection"}	2026-06-24 18:26:00+00	2026-06-24 18:26:01+00
e1000000-0000-4000-8000-000000000040	consultation_started	web	e0000000-0000-4000-8000-000000000040	60000000-0000-4000-8000-000000000041	{"consultation_type": "erectile_dysfunction"}	2026-06-27 18:32:00+00	2026-06-27 18:32:01+00
e2000000-0000-4000-8000-000000000040	consultation_submitted	web	e0000000-0000-4000-8000-000000000040	60000000-0000-4000-8000-000000000041	{"consultation_type": "erectile_dysfunction"}	2026-06-27 18:44:00+00	2026-06-27 18:44:01+00
e1000000-0000-4000-8000-000000000041	consultation_started	web	e0000000-0000-4000-8000-000000000041	60000000-0000-4000-8000-000000000042	{"consultation_type": "migraine"}	2026-06-30 18:49:00+00	2026-06-30 18:49:01+00
e2000000-0000-4000-8000-000000000041	consultation_submitted	web	e0000000-0000-4000-8000-000000000041	60000000-0000-4000-8000-000000000042	{"consultation_type": "migraine"}	2026-06-30 19:02:00+00	2026-06-30 19:02:01+00
e1000000-0000-4000-8000-000000000042	consultation_started	web	e0000000-0000-4000-8000-000000000042	60000000-0000-4000-8000-000000000043	{"consultation_type": "general"}	2026-07-03 19:06:00+00	2026-07-03 19:06:01+00
e1000000-0000-4000-8000-000000000043	consultation_started	web	e0000000-0000-4000-8000-000000000043	60000000-0000-4000-8000-000000000001	{"consultation_type": "weight_loss"}	2026-07-06 19:23:00+00	2026-07-06 19:23:01+00
e2000000-0000-4000-8000-000000000043	consultation_submitted	web	e0000000-0000-4000-8000-000000000043	60000000-0000-4000-8000-000000000001	{"consultation_type": "weight_loss"}	2026-07-06 19:32:00+00	2026-07-06 19:32:01+00
e1000000-0000-4000-8000-000000000044	consultation_started	web	e0000000-0000-4000-8000-000000000044	60000000-0000-4000-8000-000000000006	{"consultation_type": "weight_loss"}	2026-07-09 19:40:00+00	2026-07-09 19:40:01+00
e2000000-0000-4000-8000-000000000044	consultation_submitted	web	e0000000-0000-4000-8000-000000000044	60000000-0000-4000-8000-000000000006	{"consultation_type": "weight_loss"}	2026-07-09 19:50:00+00	2026-07-09 19:50:01+00
e1000000-0000-4000-8000-000000000045	consultation_started	web	e0000000-0000-4000-8000-000000000045	60000000-0000-4000-8000-000000000005	{"consultation_type": "contraception"}	2026-07-12 19:57:00+00	2026-07-12 19:57:01+00
e2000000-0000-4000-8000-000000000045	consultation_submitted	web	e0000000-0000-4000-8000-000000000045	60000000-0000-4000-8000-000000000005	{"consultation_type": "contraception"}	2026-07-12 20:08:00+00	2026-07-12 20:08:01+00
e1000000-0000-4000-8000-000000000046	consultation_started	web	e0000000-0000-4000-8000-000000000046	60000000-0000-4000-8000-000000000002	{"consultation_type": "allergies"}	2026-07-19 20:14:00+00	2026-07-19 20:14:01+00
e2000000-0000-4000-8000-000000000046	consultation_submitted	web	e0000000-0000-4000-8000-000000000046	60000000-0000-4000-8000-000000000002	{"consultation_type": "allergies"}	2026-07-19 20:26:00+00	2026-07-19 20:26:01+00
e1000000-0000-4000-8000-000000000047	consultation_started	web	e0000000-0000-4000-8000-000000000047	60000000-0000-4000-8000-000000000044	{"consultation_type": "acne"}	2026-07-22 14:00:00+00	2026-07-22 14:00:01+00
e2000000-0000-4000-8000-000000000047	consultation_submitted	web	e0000000-0000-4000-8000-000000000047	60000000-0000-4000-8000-000000000044	{"consultation_type": "acne"}	2026-07-22 14:13:00+00	2026-07-22 14:13:01+00
e1000000-0000-4000-8000-000000000048	consultation_started	web	e0000000-0000-4000-8000-000000000048	60000000-0000-4000-8000-000000000045	{"consultation_type": "hair_loss"}	2026-07-25 14:17:00+00	2026-07-25 14:17:01+00
e2000000-0000-4000-8000-000000000048	consultation_submitted	web	e0000000-0000-4000-8000-000000000048	60000000-0000-4000-8000-000000000045	{"consultation_type": "hair_loss"}	2026-07-25 14:31:00+00	2026-07-25 14:31:01+00
e1000000-0000-4000-8000-000000000049	consultation_started	web	e0000000-0000-4000-8000-000000000049	60000000-0000-4000-8000-000000000011	{"consultation_type": "migraine"}	2026-07-28 14:34:00+00	2026-07-28 14:34:01+00
e2000000-0000-4000-8000-000000000049	consultation_submitted	web	e0000000-0000-4000-8000-000000000049	60000000-0000-4000-8000-000000000011	{"consultation_type": "migraine"}	2026-07-28 14:43:00+00	2026-07-28 14:43:01+00
e1000000-0000-4000-8000-000000000050	consultation_started	web	e0000000-0000-4000-8000-000000000050	60000000-0000-4000-8000-000000000048	{"consultation_type": "weight_loss"}	2026-07-31 14:51:00+00	2026-07-31 14:51:01+00
e2000000-0000-4000-8000-000000000050	consultation_submitted	web	e0000000-0000-4000-8000-000000000050	60000000-0000-4000-8000-000000000048	{"consultation_type": "weight_loss"}	2026-07-31 15:01:00+00	2026-07-31 15:01:01+00
e1000000-0000-4000-8000-000000000051	consultation_started	web	e0000000-0000-4000-8000-000000000051	60000000-0000-4000-8000-000000000046	{"consultation_type": "contraception"}	2026-08-03 15:08:00+00	2026-08-03 15:08:01+00
e2000000-0000-4000-8000-000000000051	consultation_submitted	web	e0000000-0000-4000-8000-000000000051	60000000-0000-4000-8000-000000000046	{"consultation_type": "contraception"}	2026-08-03 15:19:00+00	2026-08-03 15:19:01+00
e1000000-0000-4000-8000-000000000052	consultation_started	web	e0000000-0000-4000-8000-000000000052	60000000-0000-4000-8000-000000000047	{"consultation_type": "mental_health"}	2026-08-06 15:25:00+00	2026-08-06 15:25:01+00
e2000000-0000-4000-8000-000000000052	consultation_submitted	web	e0000000-0000-4000-8000-000000000052	60000000-0000-4000-8000-000000000047	{"consultation_type": "mental_health"}	2026-08-06 15:37:00+00	2026-08-06 15:37:01+00
e1000000-0000-4000-8000-000000000053	consultation_started	web	e0000000-0000-4000-8000-000000000053	60000000-0000-4000-8000-000000000029	{"consultation_type": "hair_loss"}	2026-08-09 15:42:00+00	2026-08-09 15:42:01+00
e2000000-0000-4000-8000-000000000053	consultation_submitted	web	e0000000-0000-4000-8000-000000000053	60000000-0000-4000-8000-000000000029	{"consultation_type": "hair_loss"}	2026-08-09 15:55:00+00	2026-08-09 15:55:01+00
e1000000-0000-4000-8000-000000000054	consultation_started	web	e0000000-0000-4000-8000-000000000054	60000000-0000-4000-8000-000000000010	{"consultation_type": "allergies"}	2026-08-12 15:59:00+00	2026-08-12 15:59:01+00
e2000000-0000-4000-8000-000000000054	consultation_submitted	web	e0000000-0000-4000-8000-000000000054	60000000-0000-4000-8000-000000000010	{"consultation_type": "allergies"}	2026-08-12 16:13:00+00	2026-08-12 16:13:01+00
e1000000-0000-4000-8000-000000000055	consultation_started	web	e0000000-0000-4000-8000-000000000055	60000000-0000-4000-8000-000000000013	{"consultation_type": "urinary_tract_infection"}	2026-08-15 16:16:00+00	2026-08-15 16:16:01+00
e2000000-0000-4000-8000-000000000055	consultation_submitted	web	e0000000-0000-4000-8000-000000000055	60000000-0000-4000-8000-000000000013	{"consultation_type": "urinary_tract_infection"}	2026-08-15 16:25:00+00	2026-08-15 16:25:01+00
e1000000-0000-4000-8000-000000000056	consultation_started	web	e0000000-0000-4000-8000-000000000056	60000000-0000-4000-8000-000000000015	{"consultation_type": "migraine"}	2026-08-18 16:33:00+00	2026-08-18 16:33:01+00
e2000000-0000-4000-8000-000000000056	consultation_submitted	web	e0000000-0000-4000-8000-000000000056	60000000-0000-4000-8000-000000000015	{"consultation_type": "migraine"}	2026-08-18 16:43:00+00	2026-08-18 16:43:01+00
e1000000-0000-4000-8000-000000000057	consultation_started	web	e0000000-0000-4000-8000-000000000057	60000000-0000-4000-8000-000000000008	{"consultation_type": "acne"}	2026-08-21 16:50:00+00	2026-08-21 16:50:01+00
e1000000-0000-4000-8000-000000000058	consultation_started	web	e0000000-0000-4000-8000-000000000058	60000000-0000-4000-8000-000000000022	{"consultation_type": "contraception"}	2026-08-24 17:07:00+00	2026-08-24 17:07:01+00
e1000000-0000-4000-8000-000000000059	consultation_started	web	e0000000-0000-4000-8000-000000000059	60000000-0000-4000-8000-000000000047	{"consultation_type": "acne"}	2026-08-27 17:24:00+00	2026-08-27 17:24:01+00
e1000000-0000-4000-8000-000000000060	consultation_started	web	e0000000-0000-4000-8000-000000000060	60000000-0000-4000-8000-000000000004	{"consultation_type": "weight_loss"}	2026-08-30 17:41:00+00	2026-08-30 17:41:01+00
e2000000-0000-4000-8000-000000000060	consultation_submitted	web	e0000000-0000-4000-8000-000000000060	60000000-0000-4000-8000-000000000004	{"consultation_type": "weight_loss"}	2026-08-30 17:55:00+00	2026-08-30 17:55:01+00
\.


--
-- Data for Name: billing_adjustments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.billing_adjustments (id, reference, patient_id, order_id, adjustment_type, amount_cents, currency, reason, stripe_refund_id, created_by_admin_id, approved_by_admin_id, approved_at, applied_at, created_at, updated_at) FROM stdin;
f2000000-0000-4000-8000-000000000001	ADJ-000001	60000000-0000-4000-8000-000000000025	90000000-0000-4000-8000-000000000020	credit	500	usd	Shipping waived after the failed payment.	\N	10000000-0000-4000-8000-000000000002	10000000-0000-4000-8000-000000000001	2026-05-12 11:00:00+00	2026-05-12 11:01:00+00	2026-05-12 10:25:00+00	2026-11-21 10:44:01.462195+00
f2000000-0000-4000-8000-000000000002	ADJ-000002	60000000-0000-4000-8000-000000000032	90000000-0000-4000-8000-000000000027	refund	3200	usd	Parcel arrived open.	re_example_0002	10000000-0000-4000-8000-000000000002	10000000-0000-4000-8000-000000000001	2026-06-05 09:10:00+00	2026-06-05 09:11:00+00	2026-06-05 08:45:00+00	2026-11-21 10:44:01.462195+00
f2000000-0000-4000-8000-000000000003	ADJ-000003	60000000-0000-4000-8000-000000000043	\N	write_off	2500	usd	Fee for the disputed payment.	\N	10000000-0000-4000-8000-000000000002	\N	\N	\N	2026-08-03 09:30:00+00	2026-11-21 10:44:01.462195+00
\.


--
-- Data for Name: communication_logs; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.communication_logs (id, patient_id, consultation_id, order_id, channel, template, recipient, subject, status, vendor, vendor_message_id, error, sent_at, delivered_at, created_at, updated_at) FROM stdin;
d1000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000001	70000000-0000-4000-8000-000000000001	\N	email	consultation_received	amara.okafor@example.com	We have received your consultation CON-000001	delivered	example_mail	mail_con-000001	\N	2026-03-02 14:09:05+00	2026-03-02 14:09:09+00	2026-03-02 14:09:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000002	70000000-0000-4000-8000-000000000002	\N	email	consultation_received	bjorn.halvorsen@example.com	We have received your consultation CON-000002	delivered	example_mail	mail_con-000002	\N	2026-03-05 14:27:05+00	2026-03-05 14:27:09+00	2026-03-05 14:27:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000003	70000000-0000-4000-8000-000000000003	\N	email	consultation_received	carmen.villanueva@example.com	We have received your consultation CON-000003	delivered	example_mail	mail_con-000003	\N	2026-03-08 14:45:05+00	2026-03-08 14:45:09+00	2026-03-08 14:45:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000004	70000000-0000-4000-8000-000000000004	\N	email	consultation_received	dmitri.sokolov@example.com	We have received your consultation CON-000004	delivered	example_mail	mail_con-000004	\N	2026-03-11 15:03:05+00	2026-03-11 15:03:09+00	2026-03-11 15:03:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000005	60000000-0000-4000-8000-000000000005	70000000-0000-4000-8000-000000000005	\N	email	consultation_received	elena.marchetti@example.com	We have received your consultation CON-000005	delivered	example_mail	mail_con-000005	\N	2026-03-14 15:21:05+00	2026-03-14 15:21:09+00	2026-03-14 15:21:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000006	60000000-0000-4000-8000-000000000006	70000000-0000-4000-8000-000000000006	\N	email	consultation_received	farid.rahmani@example.com	We have received your consultation CON-000006	delivered	example_mail	mail_con-000006	\N	2026-03-17 15:39:05+00	2026-03-17 15:39:09+00	2026-03-17 15:39:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000007	60000000-0000-4000-8000-000000000007	70000000-0000-4000-8000-000000000007	\N	email	consultation_received	grace.whitfield@example.com	We have received your consultation CON-000007	delivered	example_mail	mail_con-000007	\N	2026-03-20 15:51:05+00	2026-03-20 15:51:09+00	2026-03-20 15:51:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000008	60000000-0000-4000-8000-000000000008	70000000-0000-4000-8000-000000000008	\N	email	consultation_received	hugo.lindstrom@example.com	We have received your consultation CON-000008	delivered	example_mail	mail_con-000008	\N	2026-03-23 16:09:05+00	2026-03-23 16:09:09+00	2026-03-23 16:09:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000009	60000000-0000-4000-8000-000000000009	70000000-0000-4000-8000-000000000009	\N	email	consultation_received	imani.jefferson@example.com	We have received your consultation CON-000009	delivered	example_mail	mail_con-000009	\N	2026-03-26 16:27:05+00	2026-03-26 16:27:09+00	2026-03-26 16:27:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000010	60000000-0000-4000-8000-000000000010	70000000-0000-4000-8000-000000000010	\N	email	consultation_received	jose.figueroa@example.com	We have received your consultation CON-000010	delivered	example_mail	mail_con-000010	\N	2026-03-29 16:45:05+00	2026-03-29 16:45:09+00	2026-03-29 16:45:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000011	60000000-0000-4000-8000-000000000011	70000000-0000-4000-8000-000000000011	\N	email	consultation_received	keiko.yamamoto@example.com	We have received your consultation CON-000011	delivered	example_mail	mail_con-000011	\N	2026-04-01 17:03:05+00	2026-04-01 17:03:09+00	2026-04-01 17:03:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000012	60000000-0000-4000-8000-000000000012	70000000-0000-4000-8000-000000000012	\N	email	consultation_received	liam.brannigan@example.com	We have received your consultation CON-000012	delivered	example_mail	mail_con-000012	\N	2026-04-04 17:21:05+00	2026-04-04 17:21:09+00	2026-04-04 17:21:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000013	60000000-0000-4000-8000-000000000013	70000000-0000-4000-8000-000000000013	\N	email	consultation_received	mei.zhang@example.com	We have received your consultation CON-000013	delivered	example_mail	mail_con-000013	\N	2026-04-07 17:33:05+00	2026-04-07 17:33:09+00	2026-04-07 17:33:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000014	60000000-0000-4000-8000-000000000014	70000000-0000-4000-8000-000000000014	\N	email	consultation_received	nathaniel.brooks@example.com	We have received your consultation CON-000014	delivered	example_mail	mail_con-000014	\N	2026-04-10 17:51:05+00	2026-04-10 17:51:09+00	2026-04-10 17:51:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000015	60000000-0000-4000-8000-000000000015	70000000-0000-4000-8000-000000000015	\N	email	consultation_received	olivia.prescott@example.com	We have received your consultation CON-000015	delivered	example_mail	mail_con-000015	\N	2026-04-13 18:09:05+00	2026-04-13 18:09:09+00	2026-04-13 18:09:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000016	60000000-0000-4000-8000-000000000016	70000000-0000-4000-8000-000000000016	\N	email	consultation_received	pablo.echeverria@example.com	We have received your consultation CON-000016	delivered	example_mail	mail_con-000016	\N	2026-04-16 18:27:05+00	2026-04-16 18:27:09+00	2026-04-16 18:27:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000017	60000000-0000-4000-8000-000000000017	70000000-0000-4000-8000-000000000017	\N	email	consultation_received	quinn.mcallister@example.com	We have received your consultation CON-000017	delivered	example_mail	mail_con-000017	\N	2026-04-19 18:45:05+00	2026-04-19 18:45:09+00	2026-04-19 18:45:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000018	60000000-0000-4000-8000-000000000018	70000000-0000-4000-8000-000000000018	\N	email	consultation_received	rosa.delgado@example.com	We have received your consultation CON-000018	delivered	example_mail	mail_con-000018	\N	2026-04-22 19:03:05+00	2026-04-22 19:03:09+00	2026-04-22 19:03:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000019	60000000-0000-4000-8000-000000000019	70000000-0000-4000-8000-000000000019	\N	email	consultation_received	samuel.osei@example.com	We have received your consultation CON-000019	delivered	example_mail	mail_con-000019	\N	2026-04-25 19:15:05+00	2026-04-25 19:15:09+00	2026-04-25 19:15:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000020	60000000-0000-4000-8000-000000000020	70000000-0000-4000-8000-000000000020	\N	email	consultation_received	tamsin.oconnor@example.com	We have received your consultation CON-000020	delivered	example_mail	mail_con-000020	\N	2026-04-28 19:33:05+00	2026-04-28 19:33:09+00	2026-04-28 19:33:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000021	60000000-0000-4000-8000-000000000022	70000000-0000-4000-8000-000000000021	\N	email	consultation_received	valentina.rossi@example.com	We have received your consultation CON-000021	delivered	example_mail	mail_con-000021	\N	2026-05-01 19:51:05+00	2026-05-01 19:51:09+00	2026-05-01 19:51:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000022	60000000-0000-4000-8000-000000000023	70000000-0000-4000-8000-000000000022	\N	email	consultation_received	wendell.parrish@example.com	We have received your consultation CON-000022	delivered	example_mail	mail_con-000022	\N	2026-05-04 20:09:05+00	2026-05-04 20:09:09+00	2026-05-04 20:09:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000023	60000000-0000-4000-8000-000000000024	70000000-0000-4000-8000-000000000023	\N	email	consultation_received	ximena.caballero@example.com	We have received your consultation CON-000023	delivered	example_mail	mail_con-000023	\N	2026-05-07 20:27:05+00	2026-05-07 20:27:09+00	2026-05-07 20:27:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000024	60000000-0000-4000-8000-000000000025	70000000-0000-4000-8000-000000000024	\N	email	consultation_received	yusuf.demir@example.com	We have received your consultation CON-000024	delivered	example_mail	mail_con-000024	\N	2026-05-10 14:14:05+00	2026-05-10 14:14:09+00	2026-05-10 14:14:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000025	60000000-0000-4000-8000-000000000026	70000000-0000-4000-8000-000000000025	\N	email	consultation_received	zoe.karras@example.com	We have received your consultation CON-000025	delivered	example_mail	mail_con-000025	\N	2026-05-13 14:26:05+00	2026-05-13 14:26:09+00	2026-05-13 14:26:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000026	60000000-0000-4000-8000-000000000027	70000000-0000-4000-8000-000000000026	\N	email	consultation_received	anders.nyberg@example.com	We have received your consultation CON-000026	delivered	example_mail	mail_con-000026	\N	2026-05-16 14:44:05+00	2026-05-16 14:44:09+00	2026-05-16 14:44:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000027	60000000-0000-4000-8000-000000000028	70000000-0000-4000-8000-000000000027	\N	email	consultation_received	beatrix.holloway@example.com	We have received your consultation CON-000027	delivered	example_mail	mail_con-000027	\N	2026-05-19 15:02:05+00	2026-05-19 15:02:09+00	2026-05-19 15:02:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000028	60000000-0000-4000-8000-000000000029	70000000-0000-4000-8000-000000000028	\N	email	consultation_received	cedric.beaumont@example.com	We have received your consultation CON-000028	delivered	example_mail	mail_con-000028	\N	2026-05-22 15:20:05+00	2026-05-22 15:20:09+00	2026-05-22 15:20:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000029	60000000-0000-4000-8000-000000000030	70000000-0000-4000-8000-000000000029	\N	email	consultation_received	delphine.arnaud@example.com	We have received your consultation CON-000029	delivered	example_mail	mail_con-000029	\N	2026-05-25 15:38:05+00	2026-05-25 15:38:09+00	2026-05-25 15:38:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000030	60000000-0000-4000-8000-000000000031	70000000-0000-4000-8000-000000000030	\N	email	consultation_received	emeka.nwosu@example.com	We have received your consultation CON-000030	delivered	example_mail	mail_con-000030	\N	2026-05-28 15:56:05+00	2026-05-28 15:56:09+00	2026-05-28 15:56:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000031	60000000-0000-4000-8000-000000000032	70000000-0000-4000-8000-000000000031	\N	email	consultation_received	freya.sorensen@example.com	We have received your consultation CON-000031	delivered	example_mail	mail_con-000031	\N	2026-05-31 16:08:05+00	2026-05-31 16:08:09+00	2026-05-31 16:08:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000032	60000000-0000-4000-8000-000000000033	70000000-0000-4000-8000-000000000032	\N	email	consultation_received	gideon.ashworth@example.com	We have received your consultation CON-000032	delivered	example_mail	mail_con-000032	\N	2026-06-03 16:26:05+00	2026-06-03 16:26:09+00	2026-06-03 16:26:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000033	60000000-0000-4000-8000-000000000034	70000000-0000-4000-8000-000000000033	\N	email	consultation_received	hana.kovarova@example.com	We have received your consultation CON-000033	delivered	example_mail	mail_con-000033	\N	2026-06-06 16:44:05+00	2026-06-06 16:44:09+00	2026-06-06 16:44:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000034	60000000-0000-4000-8000-000000000035	70000000-0000-4000-8000-000000000034	\N	email	consultation_received	isaac.feinberg@example.com	We have received your consultation CON-000034	delivered	example_mail	mail_con-000034	\N	2026-06-09 17:02:05+00	2026-06-09 17:02:09+00	2026-06-09 17:02:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000035	60000000-0000-4000-8000-000000000036	70000000-0000-4000-8000-000000000035	\N	email	consultation_received	jasmine.porter@example.com	We have received your consultation CON-000035	delivered	example_mail	mail_con-000035	\N	2026-06-12 17:20:05+00	2026-06-12 17:20:09+00	2026-06-12 17:20:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000036	60000000-0000-4000-8000-000000000037	70000000-0000-4000-8000-000000000036	\N	email	consultation_received	kofi.mensah@example.com	We have received your consultation CON-000036	delivered	example_mail	mail_con-000036	\N	2026-06-15 17:38:05+00	2026-06-15 17:38:09+00	2026-06-15 17:38:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000037	60000000-0000-4000-8000-000000000038	70000000-0000-4000-8000-000000000037	\N	email	consultation_received	lucia.bermudez@example.com	We have received your consultation CON-000037	delivered	example_mail	mail_con-000037	\N	2026-06-18 17:50:05+00	2026-06-18 17:50:09+00	2026-06-18 17:50:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000038	60000000-0000-4000-8000-000000000039	70000000-0000-4000-8000-000000000038	\N	email	consultation_received	marcus.ellery@example.com	We have received your consultation CON-000038	delivered	example_mail	mail_con-000038	\N	2026-06-21 18:08:05+00	2026-06-21 18:08:09+00	2026-06-21 18:08:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000039	60000000-0000-4000-8000-000000000040	70000000-0000-4000-8000-000000000039	\N	email	consultation_received	nadia.petrova@example.com	We have received your consultation CON-000039	delivered	example_mail	mail_con-000039	\N	2026-06-24 18:26:05+00	2026-06-24 18:26:09+00	2026-06-24 18:26:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000040	60000000-0000-4000-8000-000000000041	70000000-0000-4000-8000-000000000040	\N	email	consultation_received	oscar.trevino@example.com	We have received your consultation CON-000040	delivered	example_mail	mail_con-000040	\N	2026-06-27 18:44:05+00	2026-06-27 18:44:09+00	2026-06-27 18:44:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000041	60000000-0000-4000-8000-000000000042	70000000-0000-4000-8000-000000000041	\N	email	consultation_received	priya.raghavan@example.com	We have received your consultation CON-000041	delivered	example_mail	mail_con-000041	\N	2026-06-30 19:02:05+00	2026-06-30 19:02:09+00	2026-06-30 19:02:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000043	60000000-0000-4000-8000-000000000001	70000000-0000-4000-8000-000000000043	\N	email	consultation_received	amara.okafor@example.com	We have received your consultation CON-000043	delivered	example_mail	mail_con-000043	\N	2026-07-06 19:32:05+00	2026-07-06 19:32:09+00	2026-07-06 19:32:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000044	60000000-0000-4000-8000-000000000006	70000000-0000-4000-8000-000000000044	\N	email	consultation_received	farid.rahmani@example.com	We have received your consultation CON-000044	delivered	example_mail	mail_con-000044	\N	2026-07-09 19:50:05+00	2026-07-09 19:50:09+00	2026-07-09 19:50:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000045	60000000-0000-4000-8000-000000000005	70000000-0000-4000-8000-000000000045	\N	email	consultation_received	elena.marchetti@example.com	We have received your consultation CON-000045	delivered	example_mail	mail_con-000045	\N	2026-07-12 20:08:05+00	2026-07-12 20:08:09+00	2026-07-12 20:08:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000046	60000000-0000-4000-8000-000000000002	70000000-0000-4000-8000-000000000046	\N	email	consultation_received	bjorn.halvorsen@example.com	We have received your consultation CON-000046	delivered	example_mail	mail_con-000046	\N	2026-07-19 20:26:05+00	2026-07-19 20:26:09+00	2026-07-19 20:26:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000047	60000000-0000-4000-8000-000000000044	70000000-0000-4000-8000-000000000047	\N	email	consultation_received	saoirse.byrne@example.com	We have received your consultation CON-000047	delivered	example_mail	mail_con-000047	\N	2026-07-22 14:13:05+00	2026-07-22 14:13:09+00	2026-07-22 14:13:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000048	60000000-0000-4000-8000-000000000045	70000000-0000-4000-8000-000000000048	\N	email	consultation_received	theo.papadakis@example.com	We have received your consultation CON-000048	delivered	example_mail	mail_con-000048	\N	2026-07-25 14:31:05+00	2026-07-25 14:31:09+00	2026-07-25 14:31:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000049	60000000-0000-4000-8000-000000000011	70000000-0000-4000-8000-000000000049	\N	email	consultation_received	keiko.yamamoto@example.com	We have received your consultation CON-000049	delivered	example_mail	mail_con-000049	\N	2026-07-28 14:43:05+00	2026-07-28 14:43:09+00	2026-07-28 14:43:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000050	60000000-0000-4000-8000-000000000048	70000000-0000-4000-8000-000000000050	\N	email	consultation_received	victor.almeida@example.com	We have received your consultation CON-000050	delivered	example_mail	mail_con-000050	\N	2026-07-31 15:01:05+00	2026-07-31 15:01:09+00	2026-07-31 15:01:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000051	60000000-0000-4000-8000-000000000046	70000000-0000-4000-8000-000000000051	\N	email	consultation_received	thuy.nguyen@example.com	We have received your consultation CON-000051	delivered	example_mail	mail_con-000051	\N	2026-08-03 15:19:05+00	2026-08-03 15:19:09+00	2026-08-03 15:19:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000052	60000000-0000-4000-8000-000000000047	70000000-0000-4000-8000-000000000052	\N	email	consultation_received	uma.krishnan@example.com	We have received your consultation CON-000052	delivered	example_mail	mail_con-000052	\N	2026-08-06 15:37:05+00	2026-08-06 15:37:09+00	2026-08-06 15:37:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000053	60000000-0000-4000-8000-000000000029	70000000-0000-4000-8000-000000000053	\N	email	consultation_received	cedric.beaumont@example.com	We have received your consultation CON-000053	delivered	example_mail	mail_con-000053	\N	2026-08-09 15:55:05+00	2026-08-09 15:55:09+00	2026-08-09 15:55:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000054	60000000-0000-4000-8000-000000000010	70000000-0000-4000-8000-000000000054	\N	email	consultation_received	jose.figueroa@example.com	We have received your consultation CON-000054	delivered	example_mail	mail_con-000054	\N	2026-08-12 16:13:05+00	2026-08-12 16:13:09+00	2026-08-12 16:13:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000055	60000000-0000-4000-8000-000000000013	70000000-0000-4000-8000-000000000055	\N	email	consultation_received	mei.zhang@example.com	We have received your consultation CON-000055	delivered	example_mail	mail_con-000055	\N	2026-08-15 16:25:05+00	2026-08-15 16:25:09+00	2026-08-15 16:25:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000056	60000000-0000-4000-8000-000000000015	70000000-0000-4000-8000-000000000056	\N	email	consultation_received	olivia.prescott@example.com	We have received your consultation CON-000056	delivered	example_mail	mail_con-000056	\N	2026-08-18 16:43:05+00	2026-08-18 16:43:09+00	2026-08-18 16:43:00+00	2026-11-21 10:44:01.425178+00
d1000000-0000-4000-8000-000000000060	60000000-0000-4000-8000-000000000004	70000000-0000-4000-8000-000000000060	\N	email	consultation_received	dmitri.sokolov@example.com	We have received your consultation CON-000060	delivered	example_mail	mail_con-000060	\N	2026-08-30 17:55:05+00	2026-08-30 17:55:09+00	2026-08-30 17:55:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000038	60000000-0000-4000-8000-000000000001	\N	90000000-0000-4000-8000-000000000038	sms	order_shipped	+15125550130	\N	delivered	example_sms	sms_ord-000038	\N	2026-03-29 17:21:03+00	2026-03-29 17:21:06+00	2026-03-29 17:21:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000001	\N	90000000-0000-4000-8000-000000000001	sms	order_shipped	+15125550130	\N	delivered	example_sms	sms_ord-000001	\N	2026-03-03 15:39:03+00	2026-03-03 15:39:06+00	2026-03-03 15:39:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000039	60000000-0000-4000-8000-000000000002	\N	90000000-0000-4000-8000-000000000039	sms	order_shipped	+12065550131	\N	delivered	example_sms	sms_ord-000039	\N	2026-05-31 18:50:03+00	2026-05-31 18:50:06+00	2026-05-31 18:50:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000002	\N	90000000-0000-4000-8000-000000000002	sms	order_shipped	+12065550131	\N	delivered	example_sms	sms_ord-000002	\N	2026-03-06 18:08:03+00	2026-03-06 18:08:06+00	2026-03-06 18:08:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000040	60000000-0000-4000-8000-000000000003	\N	90000000-0000-4000-8000-000000000040	sms	order_shipped	+14155550132	\N	delivered	example_sms	sms_ord-000040	\N	2026-05-28 20:19:03+00	2026-05-28 20:19:06+00	2026-05-28 20:19:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000003	\N	90000000-0000-4000-8000-000000000003	sms	order_shipped	+14155550132	\N	delivered	example_sms	sms_ord-000003	\N	2026-03-09 20:37:03+00	2026-03-09 20:37:06+00	2026-03-09 20:37:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000041	60000000-0000-4000-8000-000000000004	\N	90000000-0000-4000-8000-000000000041	sms	order_shipped	+17185550133	\N	delivered	example_sms	sms_ord-000041	\N	2026-04-07 21:48:03+00	2026-04-07 21:48:06+00	2026-04-07 21:48:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000004	\N	90000000-0000-4000-8000-000000000004	sms	order_shipped	+17185550133	\N	delivered	example_sms	sms_ord-000004	\N	2026-03-12 23:06:03+00	2026-03-12 23:06:06+00	2026-03-12 23:06:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000042	60000000-0000-4000-8000-000000000005	\N	90000000-0000-4000-8000-000000000042	sms	order_shipped	+16175550134	\N	delivered	example_sms	sms_ord-000042	\N	2026-04-10 23:17:03+00	2026-04-10 23:17:06+00	2026-04-10 23:17:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000005	60000000-0000-4000-8000-000000000005	\N	90000000-0000-4000-8000-000000000005	sms	order_shipped	+16175550134	\N	delivered	example_sms	sms_ord-000005	\N	2026-03-16 01:35:03+00	2026-03-16 01:35:06+00	2026-03-16 01:35:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000006	60000000-0000-4000-8000-000000000006	\N	90000000-0000-4000-8000-000000000006	sms	order_shipped	+14155550135	\N	delivered	example_sms	sms_ord-000006	\N	2026-03-19 03:09:03+00	2026-03-19 03:09:06+00	2026-03-19 03:09:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000007	60000000-0000-4000-8000-000000000008	\N	90000000-0000-4000-8000-000000000007	sms	order_shipped	+16125550137	\N	delivered	example_sms	sms_ord-000007	\N	2026-03-25 07:01:03+00	2026-03-25 07:01:06+00	2026-03-25 07:01:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000008	60000000-0000-4000-8000-000000000009	\N	90000000-0000-4000-8000-000000000008	sms	order_shipped	+14045550138	\N	delivered	example_sms	sms_ord-000008	\N	2026-03-28 09:30:03+00	2026-03-28 09:30:06+00	2026-03-28 09:30:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000009	60000000-0000-4000-8000-000000000010	\N	90000000-0000-4000-8000-000000000009	sms	order_shipped	+13055550139	\N	delivered	example_sms	sms_ord-000009	\N	2026-03-31 02:59:03+00	2026-03-31 02:59:06+00	2026-03-31 02:59:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000010	60000000-0000-4000-8000-000000000012	\N	90000000-0000-4000-8000-000000000010	sms	order_shipped	+16175550141	\N	delivered	example_sms	sms_ord-000010	\N	2026-04-06 07:02:03+00	2026-04-06 07:02:06+00	2026-04-06 07:02:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000011	60000000-0000-4000-8000-000000000013	\N	90000000-0000-4000-8000-000000000011	sms	order_shipped	+14155550142	\N	delivered	example_sms	sms_ord-000011	\N	2026-04-09 09:25:03+00	2026-04-09 09:25:06+00	2026-04-09 09:25:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000012	60000000-0000-4000-8000-000000000014	\N	90000000-0000-4000-8000-000000000012	sms	order_shipped	+13035550143	\N	failed	example_sms	sms_ord-000012	number not in service	2026-04-12 11:54:03+00	\N	2026-04-12 11:54:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000013	60000000-0000-4000-8000-000000000015	\N	90000000-0000-4000-8000-000000000013	sms	order_shipped	+16145550144	\N	delivered	example_sms	sms_ord-000013	\N	2026-04-15 14:23:03+00	2026-04-15 14:23:06+00	2026-04-15 14:23:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000014	60000000-0000-4000-8000-000000000016	\N	90000000-0000-4000-8000-000000000014	sms	order_shipped	+16025550145	\N	delivered	example_sms	sms_ord-000014	\N	2026-04-18 15:57:03+00	2026-04-18 15:57:06+00	2026-04-18 15:57:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000015	60000000-0000-4000-8000-000000000017	\N	90000000-0000-4000-8000-000000000015	sms	order_shipped	+17045550146	\N	delivered	example_sms	sms_ord-000015	\N	2026-04-21 18:26:03+00	2026-04-21 18:26:06+00	2026-04-21 18:26:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000016	60000000-0000-4000-8000-000000000020	\N	90000000-0000-4000-8000-000000000016	sms	order_shipped	+13125550149	\N	delivered	example_sms	sms_ord-000016	\N	2026-04-30 06:47:03+00	2026-04-30 06:47:06+00	2026-04-30 06:47:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000017	60000000-0000-4000-8000-000000000022	\N	90000000-0000-4000-8000-000000000017	sms	order_shipped	+12015550151	\N	delivered	example_sms	sms_ord-000017	\N	2026-05-02 23:21:03+00	2026-05-02 23:21:06+00	2026-05-02 23:21:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000018	60000000-0000-4000-8000-000000000024	\N	90000000-0000-4000-8000-000000000018	sms	order_shipped	+15125550153	\N	delivered	example_sms	sms_ord-000018	\N	2026-05-09 03:19:03+00	2026-05-09 03:19:06+00	2026-05-09 03:19:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000020	60000000-0000-4000-8000-000000000025	\N	90000000-0000-4000-8000-000000000020	sms	order_shipped	+13135550154	\N	delivered	example_sms	sms_ord-000020	\N	2026-05-13 05:17:03+00	2026-05-13 05:17:06+00	2026-05-13 05:17:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000021	60000000-0000-4000-8000-000000000026	\N	90000000-0000-4000-8000-000000000021	sms	order_shipped	+12035550155	\N	delivered	example_sms	sms_ord-000021	\N	2026-05-15 01:40:03+00	2026-05-15 01:40:06+00	2026-05-15 01:40:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000022	60000000-0000-4000-8000-000000000027	\N	90000000-0000-4000-8000-000000000022	sms	order_shipped	+12065550156	\N	delivered	example_sms	sms_ord-000022	\N	2026-05-18 03:14:03+00	2026-05-18 03:14:06+00	2026-05-18 03:14:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000023	60000000-0000-4000-8000-000000000028	\N	90000000-0000-4000-8000-000000000023	sms	order_shipped	+18045550157	\N	delivered	example_sms	sms_ord-000023	\N	2026-05-21 05:43:03+00	2026-05-21 05:43:06+00	2026-05-21 05:43:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000024	60000000-0000-4000-8000-000000000029	\N	90000000-0000-4000-8000-000000000024	sms	order_shipped	+15125550158	\N	delivered	example_sms	sms_ord-000024	\N	2026-05-24 08:12:03+00	2026-05-24 08:12:06+00	2026-05-24 08:12:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000025	60000000-0000-4000-8000-000000000030	\N	90000000-0000-4000-8000-000000000025	sms	order_shipped	+14155550159	\N	delivered	example_sms	sms_ord-000025	\N	2026-05-27 10:41:03+00	2026-05-27 10:41:06+00	2026-05-27 10:41:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000026	60000000-0000-4000-8000-000000000031	\N	90000000-0000-4000-8000-000000000026	sms	order_shipped	+12015550160	\N	delivered	example_sms	sms_ord-000026	\N	2026-05-30 13:10:03+00	2026-05-30 13:10:06+00	2026-05-30 13:10:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000027	60000000-0000-4000-8000-000000000032	\N	90000000-0000-4000-8000-000000000027	sms	order_shipped	+14145550161	\N	delivered	example_sms	sms_ord-000027	\N	2026-06-02 05:38:03+00	2026-06-02 05:38:06+00	2026-06-02 05:38:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000028	60000000-0000-4000-8000-000000000033	\N	90000000-0000-4000-8000-000000000028	sms	order_shipped	+12035550162	\N	delivered	example_sms	sms_ord-000028	\N	2026-06-05 08:07:03+00	2026-06-05 08:07:06+00	2026-06-05 08:07:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000029	60000000-0000-4000-8000-000000000034	\N	90000000-0000-4000-8000-000000000029	sms	order_shipped	+16145550163	\N	delivered	example_sms	sms_ord-000029	\N	2026-06-08 10:36:03+00	2026-06-08 10:36:06+00	2026-06-08 10:36:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000030	60000000-0000-4000-8000-000000000036	\N	90000000-0000-4000-8000-000000000030	sms	order_shipped	+17045550165	\N	delivered	example_sms	sms_ord-000030	\N	2026-06-13 21:34:03+00	2026-06-13 21:34:06+00	2026-06-13 21:34:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000032	60000000-0000-4000-8000-000000000038	\N	90000000-0000-4000-8000-000000000032	sms	order_shipped	+13055550167	\N	delivered	example_sms	sms_ord-000032	\N	2026-06-20 01:31:03+00	2026-06-20 01:31:06+00	2026-06-20 01:31:00+00	2026-11-21 10:44:01.425178+00
d2000000-0000-4000-8000-000000000033	60000000-0000-4000-8000-000000000039	\N	90000000-0000-4000-8000-000000000033	sms	order_shipped	+18015550168	\N	delivered	example_sms	sms_ord-000033	\N	2026-06-23 00:00:03+00	2026-06-23 00:00:06+00	2026-06-23 00:00:00+00	2026-11-21 10:44:01.425178+00
\.


--
-- Data for Name: consultation_settings; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.consultation_settings (consultation_type, display_name, description, mode, price_cents, response_hours, duration_minutes, minimum_age, is_active, created_at, updated_at) FROM stdin;
general	General consultation	Anything that does not fit elsewhere.	video	7900	24	20	18	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
acne	Acne	Review of photos, then a cream, gel or tablet plan.	async	3900	24	\N	13	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
allergies	Seasonal allergies	Relief for hay fever and other seasonal allergies.	async	2900	24	\N	18	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
contraception	Birth control	First prescription, change of method, or renewal.	async	2900	12	\N	16	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
erectile_dysfunction	Erectile dysfunction	Discreet review of history, risks and treatment.	async	3900	24	\N	18	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
hair_loss	Hair loss	Review of photos, then a topical or oral plan.	async	3900	24	\N	18	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
mental_health	Anxiety and low mood	A conversation; medication where it helps.	video	9900	48	40	18	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
migraine	Migraine	Treatment of attacks, and prevention where it helps.	phone	4900	24	15	18	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
urinary_tract_infection	Urinary tract infection	Same-day help for an uncomplicated infection.	async	3900	4	\N	18	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
weight_loss	Weight management	History, laboratory values, a plan and follow-up.	video	9900	48	30	18	t	2026-11-21 10:44:01.222825+00	2026-11-21 10:44:01.222825+00
\.


--
-- Data for Name: consultations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.consultations (id, reference, patient_id, provider_id, consultation_type, mode, status, chief_complaint, intake, clinical_notes, price_cents, stripe_payment_intent_id, scheduled_at, submitted_at, closed_at, created_at, updated_at, treatment_plan_id) FROM stdin;
70000000-0000-4000-8000-000000000001	CON-000001	60000000-0000-4000-8000-000000000001	20000000-0000-4000-8000-000000000004	migraine	phone	completed	Two attacks a month with nausea, over-the-counter tablets do not help.	{"aura": false, "attacks_per_month": 3}	Migraine without aura, no warning signs. Treat early in the attack.	4900	pi_example_con_0001	2026-03-02 16:00:00+00	2026-03-02 14:09:00+00	2026-03-02 17:09:00+00	2026-03-02 14:00:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000011
70000000-0000-4000-8000-000000000002	CON-000002	60000000-0000-4000-8000-000000000002	20000000-0000-4000-8000-000000000006	hair_loss	async	completed	Thinning at the crown, father bald at forty.	{"pattern": "crown", "duration_months": 24}	Androgenetic pattern. Side effects explained; results after three to six months.	3900	pi_example_con_0002	\N	2026-03-05 14:27:00+00	2026-03-05 18:38:00+00	2026-03-05 14:17:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000008
70000000-0000-4000-8000-000000000003	CON-000003	60000000-0000-4000-8000-000000000003	20000000-0000-4000-8000-000000000005	contraception	async	completed	Would like to start the pill.	{"smoker": false, "blood_pressure": "118/76", "migraine_with_aura": false}	No contraindication found; blood pressure normal. Method discussed.	2900	pi_example_con_0003	\N	2026-03-08 14:45:00+00	2026-03-08 20:07:00+00	2026-03-08 14:34:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000004
70000000-0000-4000-8000-000000000004	CON-000004	60000000-0000-4000-8000-000000000004	20000000-0000-4000-8000-000000000001	erectile_dysfunction	async	completed	Difficulty keeping an erection for about a year.	{"heart_disease": false, "takes_nitrates": false}	No nitrates, no unstable heart disease. Start low, review in four weeks.	3900	pi_example_con_0004	\N	2026-03-11 15:03:00+00	2026-03-11 21:36:00+00	2026-03-11 14:51:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000006
70000000-0000-4000-8000-000000000005	CON-000005	60000000-0000-4000-8000-000000000005	20000000-0000-4000-8000-000000000001	acne	async	completed	Breakouts on the chin and jaw since spring.	{"pregnant": false, "skin_type": "combination", "duration_months": 8}	Mild to moderate comedonal acne. Topical retinoid, sun protection, review in 12 weeks.	3900	pi_example_con_0005	\N	2026-03-14 15:21:00+00	2026-03-14 23:05:00+00	2026-03-14 15:08:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000001
70000000-0000-4000-8000-000000000006	CON-000006	60000000-0000-4000-8000-000000000006	20000000-0000-4000-8000-000000000006	weight_loss	video	completed	Would like to lose weight after years at a desk.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	BMI 35, no contraindication. Lowest dose for four weeks with diet advice.	9900	pi_example_con_0006	2026-03-17 17:00:00+00	2026-03-17 15:39:00+00	2026-03-17 23:39:00+00	2026-03-17 15:25:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000013
70000000-0000-4000-8000-000000000007	CON-000007	60000000-0000-4000-8000-000000000007	20000000-0000-4000-8000-000000000002	migraine	phone	declined	A sudden headache since this morning, the worst so far.	{"aura": false, "attacks_per_month": 3}	New, sudden and severe headache: advised to go to an emergency department.	4900	pi_example_con_0007	2026-03-20 17:00:00+00	2026-03-20 15:51:00+00	2026-03-21 01:02:00+00	2026-03-20 15:42:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000011
70000000-0000-4000-8000-000000000008	CON-000008	60000000-0000-4000-8000-000000000008	20000000-0000-4000-8000-000000000003	hair_loss	async	completed	Receding hairline for three years.	{"pattern": "crown", "duration_months": 24}	Androgenetic pattern. Side effects explained; results after three to six months.	3900	pi_example_con_0008	\N	2026-03-23 16:09:00+00	2026-03-24 02:31:00+00	2026-03-23 15:59:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000008
70000000-0000-4000-8000-000000000009	CON-000009	60000000-0000-4000-8000-000000000009	20000000-0000-4000-8000-000000000002	urinary_tract_infection	async	completed	Burning since yesterday, no fever.	{"fever": false, "pregnant": false, "flank_pain": false}	Uncomplicated lower infection. Short course; to be seen in person if fever.	3900	pi_example_con_0009	\N	2026-03-26 16:27:00+00	2026-03-27 04:00:00+00	2026-03-26 16:16:00+00	2026-11-21 10:44:01.322656+00	\N
70000000-0000-4000-8000-000000000010	CON-000010	60000000-0000-4000-8000-000000000010	20000000-0000-4000-8000-000000000002	erectile_dysfunction	async	completed	Used tablets before with good effect; needs a renewal.	{"heart_disease": false, "takes_nitrates": false}	No nitrates, no unstable heart disease. Start low, review in four weeks.	3900	pi_example_con_0010	\N	2026-03-29 16:45:00+00	2026-03-30 05:29:00+00	2026-03-29 16:33:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000006
70000000-0000-4000-8000-000000000011	CON-000011	60000000-0000-4000-8000-000000000011	20000000-0000-4000-8000-000000000005	allergies	async	completed	Sneezing and itchy eyes every morning.	{"asthma": false, "season": "spring"}	Seasonal rhinitis without asthma. Nasal steroid once a day.	2900	pi_example_con_0011	\N	2026-04-01 17:03:00+00	2026-04-02 06:03:00+00	2026-04-01 16:50:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000003
70000000-0000-4000-8000-000000000012	CON-000012	60000000-0000-4000-8000-000000000012	20000000-0000-4000-8000-000000000001	mental_health	video	completed	Worries that keep me awake most nights.	{"gad7": 11, "phq9": 8, "self_harm": false}	Mild to moderate anxiety, no risk of self-harm. Start medication, review in two weeks.	9900	pi_example_con_0012	2026-04-04 19:00:00+00	2026-04-04 17:21:00+00	2026-04-05 07:32:00+00	2026-04-04 17:07:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000010
70000000-0000-4000-8000-000000000013	CON-000013	60000000-0000-4000-8000-000000000013	20000000-0000-4000-8000-000000000005	acne	async	completed	Acne on the back that over-the-counter washes do not clear.	{"pregnant": false, "skin_type": "combination", "duration_months": 8}	Mild to moderate comedonal acne. Topical retinoid, sun protection, review in 12 weeks.	3900	pi_example_con_0013	\N	2026-04-07 17:33:00+00	2026-04-08 08:55:00+00	2026-04-07 17:24:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000001
70000000-0000-4000-8000-000000000014	CON-000014	60000000-0000-4000-8000-000000000014	20000000-0000-4000-8000-000000000006	weight_loss	video	completed	Diets have not lasted; blood pressure is rising.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	BMI 35, no contraindication. Lowest dose for four weeks with diet advice.	9900	pi_example_con_0014	2026-04-10 19:00:00+00	2026-04-10 17:51:00+00	2026-04-11 10:24:00+00	2026-04-10 17:41:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000013
70000000-0000-4000-8000-000000000015	CON-000015	60000000-0000-4000-8000-000000000015	20000000-0000-4000-8000-000000000003	contraception	async	completed	Renewal of the pill taken for three years.	{"smoker": false, "blood_pressure": "118/76", "migraine_with_aura": false}	No contraindication found; blood pressure normal. Method discussed.	2900	pi_example_con_0015	\N	2026-04-13 18:09:00+00	2026-04-14 11:53:00+00	2026-04-13 17:58:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000004
70000000-0000-4000-8000-000000000016	CON-000016	60000000-0000-4000-8000-000000000016	20000000-0000-4000-8000-000000000004	allergies	async	completed	Hay fever since the grass began to flower.	{"asthma": false, "season": "spring"}	Seasonal rhinitis without asthma. Nasal steroid once a day.	2900	pi_example_con_0016	\N	2026-04-16 18:27:00+00	2026-04-17 12:27:00+00	2026-04-16 18:15:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000003
70000000-0000-4000-8000-000000000017	CON-000017	60000000-0000-4000-8000-000000000017	20000000-0000-4000-8000-000000000002	mental_health	video	completed	Low mood since moving to a new city.	{"gad7": 11, "phq9": 8, "self_harm": false}	Mild to moderate anxiety, no risk of self-harm. Start medication, review in two weeks.	9900	pi_example_con_0017	2026-04-19 20:00:00+00	2026-04-19 18:45:00+00	2026-04-20 13:56:00+00	2026-04-19 18:32:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000010
70000000-0000-4000-8000-000000000018	CON-000018	60000000-0000-4000-8000-000000000018	20000000-0000-4000-8000-000000000004	weight_loss	video	declined	Family history of diabetes, wants to act early.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	Medullary thyroid cancer in the family: referred to the primary care physician.	9900	pi_example_con_0018	2026-04-22 21:00:00+00	2026-04-22 19:03:00+00	2026-04-22 22:25:00+00	2026-04-22 18:49:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000013
70000000-0000-4000-8000-000000000019	CON-000019	60000000-0000-4000-8000-000000000019	20000000-0000-4000-8000-000000000001	erectile_dysfunction	async	declined	Occasional difficulty, more often under stress.	{"heart_disease": false, "takes_nitrates": false}	Takes nitrates: treatment would be unsafe. Referred to cardiology.	3900	pi_example_con_0019	\N	2026-04-25 19:15:00+00	2026-04-25 23:48:00+00	2026-04-25 19:06:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000006
70000000-0000-4000-8000-000000000020	CON-000020	60000000-0000-4000-8000-000000000020	20000000-0000-4000-8000-000000000003	contraception	async	completed	Wants to change to a method without estrogen.	{"smoker": false, "blood_pressure": "118/76", "migraine_with_aura": false}	No contraindication found; blood pressure normal. Method discussed.	2900	pi_example_con_0020	\N	2026-04-28 19:33:00+00	2026-04-29 01:17:00+00	2026-04-28 19:23:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000004
70000000-0000-4000-8000-000000000021	CON-000021	60000000-0000-4000-8000-000000000022	20000000-0000-4000-8000-000000000001	acne	async	completed	Blemishes on cheeks and forehead for two years.	{"pregnant": false, "skin_type": "combination", "duration_months": 8}	Mild to moderate comedonal acne. Topical retinoid, sun protection, review in 12 weeks.	3900	pi_example_con_0021	\N	2026-05-01 19:51:00+00	2026-05-02 01:51:00+00	2026-05-01 19:40:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000001
70000000-0000-4000-8000-000000000022	CON-000022	60000000-0000-4000-8000-000000000023	20000000-0000-4000-8000-000000000002	general	video	completed	Renewal of a blood pressure tablet while travelling.	{"allergies": []}	Advice given, no prescription needed.	7900	pi_example_con_0022	2026-05-04 22:00:00+00	2026-05-04 20:09:00+00	2026-05-05 03:20:00+00	2026-05-04 19:57:00+00	2026-11-21 10:44:01.322656+00	\N
70000000-0000-4000-8000-000000000023	CON-000023	60000000-0000-4000-8000-000000000024	20000000-0000-4000-8000-000000000004	urinary_tract_infection	async	completed	Third infection this year, same signs as before.	{"fever": false, "pregnant": false, "flank_pain": false}	Uncomplicated lower infection. Short course; to be seen in person if fever.	3900	pi_example_con_0023	\N	2026-05-07 20:27:00+00	2026-05-08 04:49:00+00	2026-05-07 20:14:00+00	2026-11-21 10:44:01.322656+00	\N
70000000-0000-4000-8000-000000000024	CON-000024	60000000-0000-4000-8000-000000000025	20000000-0000-4000-8000-000000000003	hair_loss	async	completed	More hair in the shower than usual for six months.	{"pattern": "crown", "duration_months": 24}	Androgenetic pattern. Side effects explained; results after three to six months.	3900	pi_example_con_0024	\N	2026-05-10 14:14:00+00	2026-05-10 23:47:00+00	2026-05-10 14:00:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000008
70000000-0000-4000-8000-000000000025	CON-000025	60000000-0000-4000-8000-000000000026	20000000-0000-4000-8000-000000000001	acne	async	completed	Breakouts on the chin and jaw since spring.	{"pregnant": false, "skin_type": "combination", "duration_months": 8}	Mild to moderate comedonal acne. Topical retinoid, sun protection, review in 12 weeks.	3900	pi_example_con_0025	\N	2026-05-13 14:26:00+00	2026-05-14 01:10:00+00	2026-05-13 14:17:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000001
70000000-0000-4000-8000-000000000026	CON-000026	60000000-0000-4000-8000-000000000027	20000000-0000-4000-8000-000000000006	weight_loss	video	completed	Would like to lose weight after years at a desk.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	BMI 35, no contraindication. Lowest dose for four weeks with diet advice.	9900	pi_example_con_0026	2026-05-16 16:00:00+00	2026-05-16 14:44:00+00	2026-05-17 01:44:00+00	2026-05-16 14:34:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000013
70000000-0000-4000-8000-000000000027	CON-000027	60000000-0000-4000-8000-000000000028	20000000-0000-4000-8000-000000000002	contraception	async	completed	Would like to start the pill.	{"smoker": false, "blood_pressure": "118/76", "migraine_with_aura": false}	No contraindication found; blood pressure normal. Method discussed.	2900	pi_example_con_0027	\N	2026-05-19 15:02:00+00	2026-05-20 03:13:00+00	2026-05-19 14:51:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000004
70000000-0000-4000-8000-000000000028	CON-000028	60000000-0000-4000-8000-000000000029	20000000-0000-4000-8000-000000000006	migraine	phone	completed	Attacks have become weekly since a new job.	{"aura": false, "attacks_per_month": 3}	Migraine without aura, no warning signs. Treat early in the attack.	4900	pi_example_con_0028	2026-05-22 17:00:00+00	2026-05-22 15:20:00+00	2026-05-23 04:42:00+00	2026-05-22 15:08:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000011
70000000-0000-4000-8000-000000000029	CON-000029	60000000-0000-4000-8000-000000000030	20000000-0000-4000-8000-000000000005	allergies	async	completed	Blocked nose all day, worse outdoors.	{"asthma": false, "season": "spring"}	Seasonal rhinitis without asthma. Nasal steroid once a day.	2900	pi_example_con_0029	\N	2026-05-25 15:38:00+00	2026-05-26 06:11:00+00	2026-05-25 15:25:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000003
70000000-0000-4000-8000-000000000030	CON-000030	60000000-0000-4000-8000-000000000031	20000000-0000-4000-8000-000000000001	hair_loss	async	completed	Thinning at the crown, father bald at forty.	{"pattern": "crown", "duration_months": 24}	Androgenetic pattern. Side effects explained; results after three to six months.	3900	pi_example_con_0030	\N	2026-05-28 15:56:00+00	2026-05-29 07:40:00+00	2026-05-28 15:42:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000008
70000000-0000-4000-8000-000000000031	CON-000031	60000000-0000-4000-8000-000000000032	20000000-0000-4000-8000-000000000003	migraine	phone	completed	Two attacks a month with nausea, over-the-counter tablets do not help.	{"aura": false, "attacks_per_month": 3}	Migraine without aura, no warning signs. Treat early in the attack.	4900	pi_example_con_0031	2026-05-31 18:00:00+00	2026-05-31 16:08:00+00	2026-06-01 08:08:00+00	2026-05-31 15:59:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000011
70000000-0000-4000-8000-000000000032	CON-000032	60000000-0000-4000-8000-000000000033	20000000-0000-4000-8000-000000000001	erectile_dysfunction	async	completed	Difficulty keeping an erection for about a year.	{"heart_disease": false, "takes_nitrates": false}	No nitrates, no unstable heart disease. Start low, review in four weeks.	3900	pi_example_con_0032	\N	2026-06-03 16:26:00+00	2026-06-04 09:37:00+00	2026-06-03 16:16:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000006
70000000-0000-4000-8000-000000000033	CON-000033	60000000-0000-4000-8000-000000000034	20000000-0000-4000-8000-000000000003	urinary_tract_infection	async	completed	Burning since yesterday, no fever.	{"fever": false, "pregnant": false, "flank_pain": false}	Uncomplicated lower infection. Short course; to be seen in person if fever.	3900	pi_example_con_0033	\N	2026-06-06 16:44:00+00	2026-06-07 11:06:00+00	2026-06-06 16:33:00+00	2026-11-21 10:44:01.322656+00	\N
70000000-0000-4000-8000-000000000034	CON-000034	60000000-0000-4000-8000-000000000035	20000000-0000-4000-8000-000000000001	general	video	completed	Rash on the forearm after gardening.	{"allergies": []}	Advice given, no prescription needed.	7900	pi_example_con_0034	2026-06-09 19:00:00+00	2026-06-09 17:02:00+00	2026-06-10 12:35:00+00	2026-06-09 16:50:00+00	2026-11-21 10:44:01.322656+00	\N
70000000-0000-4000-8000-000000000035	CON-000035	60000000-0000-4000-8000-000000000036	20000000-0000-4000-8000-000000000002	acne	async	completed	Acne on the back that over-the-counter washes do not clear.	{"pregnant": false, "skin_type": "combination", "duration_months": 8}	Mild to moderate comedonal acne. Topical retinoid, sun protection, review in 12 weeks.	3900	pi_example_con_0035	\N	2026-06-12 17:20:00+00	2026-06-12 21:04:00+00	2026-06-12 17:07:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000001
70000000-0000-4000-8000-000000000036	CON-000036	60000000-0000-4000-8000-000000000037	20000000-0000-4000-8000-000000000006	weight_loss	video	completed	Diets have not lasted; blood pressure is rising.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	BMI 35, no contraindication. Lowest dose for four weeks with diet advice.	9900	pi_example_con_0036	2026-06-15 19:00:00+00	2026-06-15 17:38:00+00	2026-06-15 21:38:00+00	2026-06-15 17:24:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000013
70000000-0000-4000-8000-000000000037	CON-000037	60000000-0000-4000-8000-000000000038	20000000-0000-4000-8000-000000000002	contraception	async	completed	Renewal of the pill taken for three years.	{"smoker": false, "blood_pressure": "118/76", "migraine_with_aura": false}	No contraindication found; blood pressure normal. Method discussed.	2900	pi_example_con_0037	\N	2026-06-18 17:50:00+00	2026-06-18 23:01:00+00	2026-06-18 17:41:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000004
70000000-0000-4000-8000-000000000038	CON-000038	60000000-0000-4000-8000-000000000039	20000000-0000-4000-8000-000000000004	mental_health	video	completed	Tense before every meeting, heart racing.	{"gad7": 11, "phq9": 8, "self_harm": false}	Mild to moderate anxiety, no risk of self-harm. Start medication, review in two weeks.	9900	pi_example_con_0038	2026-06-21 20:00:00+00	2026-06-21 18:08:00+00	2026-06-22 00:30:00+00	2026-06-21 17:58:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000010
70000000-0000-4000-8000-000000000039	CON-000039	60000000-0000-4000-8000-000000000040	20000000-0000-4000-8000-000000000001	urinary_tract_infection	async	declined	Third infection this year, same signs as before.	{"fever": false, "pregnant": false, "flank_pain": false}	Fever and flank pain: to be seen in person today.	3900	pi_example_con_0039	\N	2026-06-24 18:26:00+00	2026-06-25 01:59:00+00	2026-06-24 18:15:00+00	2026-11-21 10:44:01.322656+00	\N
70000000-0000-4000-8000-000000000040	CON-000040	60000000-0000-4000-8000-000000000041	20000000-0000-4000-8000-000000000006	erectile_dysfunction	async	completed	Used tablets before with good effect; needs a renewal.	{"heart_disease": false, "takes_nitrates": false}	No nitrates, no unstable heart disease. Start low, review in four weeks.	3900	pi_example_con_0040	\N	2026-06-27 18:44:00+00	2026-06-28 03:28:00+00	2026-06-27 18:32:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000006
70000000-0000-4000-8000-000000000041	CON-000041	60000000-0000-4000-8000-000000000042	20000000-0000-4000-8000-000000000005	migraine	phone	completed	Headache on one side with flickering lights.	{"aura": false, "attacks_per_month": 3}	Migraine without aura, no warning signs. Treat early in the attack.	4900	pi_example_con_0041	2026-06-30 21:00:00+00	2026-06-30 19:02:00+00	2026-07-01 04:02:00+00	2026-06-30 18:49:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000011
70000000-0000-4000-8000-000000000042	CON-000042	60000000-0000-4000-8000-000000000043	\N	general	video	cancelled	Questions about a laboratory result.	{"allergies": []}	\N	7900	\N	\N	\N	2026-07-03 21:06:00+00	2026-07-03 19:06:00+00	2026-11-21 10:44:01.322656+00	\N
70000000-0000-4000-8000-000000000043	CON-000043	60000000-0000-4000-8000-000000000001	20000000-0000-4000-8000-000000000004	weight_loss	video	completed	Family history of diabetes, wants to act early.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	BMI 35, no contraindication. Lowest dose for four weeks with diet advice.	9900	pi_example_con_0043	2026-07-06 21:00:00+00	2026-07-06 19:32:00+00	2026-07-07 06:54:00+00	2026-07-06 19:23:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000013
70000000-0000-4000-8000-000000000044	CON-000044	60000000-0000-4000-8000-000000000006	20000000-0000-4000-8000-000000000006	weight_loss	video	completed	First month went well; would like to go on.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	Three kilograms down, no side effects. Dose raised.	9900	pi_example_con_0044	2026-07-09 21:00:00+00	2026-07-09 19:50:00+00	2026-07-10 08:23:00+00	2026-07-09 19:40:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000014
70000000-0000-4000-8000-000000000045	CON-000045	60000000-0000-4000-8000-000000000005	20000000-0000-4000-8000-000000000001	contraception	async	completed	Wants to change to a method without estrogen.	{"smoker": false, "blood_pressure": "118/76", "migraine_with_aura": false}	No contraindication found; blood pressure normal. Method discussed.	2900	pi_example_con_0045	\N	2026-07-12 20:08:00+00	2026-07-13 09:52:00+00	2026-07-12 19:57:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000004
70000000-0000-4000-8000-000000000046	CON-000046	60000000-0000-4000-8000-000000000002	20000000-0000-4000-8000-000000000006	allergies	async	in_review	Sneezing and itchy eyes every morning.	{"asthma": false, "season": "spring"}	\N	2900	pi_example_con_0046	\N	2026-07-19 20:26:00+00	\N	2026-07-19 20:14:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000003
70000000-0000-4000-8000-000000000047	CON-000047	60000000-0000-4000-8000-000000000044	20000000-0000-4000-8000-000000000001	acne	async	in_review	Blemishes on cheeks and forehead for two years.	{"pregnant": false, "skin_type": "combination", "duration_months": 8}	\N	3900	pi_example_con_0047	\N	2026-07-22 14:13:00+00	\N	2026-07-22 14:00:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000001
70000000-0000-4000-8000-000000000048	CON-000048	60000000-0000-4000-8000-000000000045	20000000-0000-4000-8000-000000000006	hair_loss	async	in_review	Receding hairline for three years.	{"pattern": "crown", "duration_months": 24}	\N	3900	pi_example_con_0048	\N	2026-07-25 14:31:00+00	\N	2026-07-25 14:17:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000008
70000000-0000-4000-8000-000000000049	CON-000049	60000000-0000-4000-8000-000000000011	20000000-0000-4000-8000-000000000005	migraine	phone	in_review	Attacks have become weekly since a new job.	{"aura": false, "attacks_per_month": 3}	\N	4900	pi_example_con_0049	2026-07-28 16:00:00+00	2026-07-28 14:43:00+00	\N	2026-07-28 14:34:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000011
70000000-0000-4000-8000-000000000050	CON-000050	60000000-0000-4000-8000-000000000048	20000000-0000-4000-8000-000000000002	weight_loss	video	in_review	Diets have not lasted; blood pressure is rising.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	\N	9900	pi_example_con_0050	2026-07-31 17:00:00+00	2026-07-31 15:01:00+00	\N	2026-07-31 14:51:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000013
70000000-0000-4000-8000-000000000051	CON-000051	60000000-0000-4000-8000-000000000046	\N	contraception	async	submitted	Would like to start the pill.	{"smoker": false, "blood_pressure": "118/76", "migraine_with_aura": false}	\N	2900	pi_example_con_0051	\N	2026-08-03 15:19:00+00	\N	2026-08-03 15:08:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000004
70000000-0000-4000-8000-000000000052	CON-000052	60000000-0000-4000-8000-000000000047	\N	mental_health	video	submitted	Worries that keep me awake most nights.	{"gad7": 11, "phq9": 8, "self_harm": false}	\N	9900	pi_example_con_0052	2026-08-06 17:00:00+00	2026-08-06 15:37:00+00	\N	2026-08-06 15:25:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000010
70000000-0000-4000-8000-000000000053	CON-000053	60000000-0000-4000-8000-000000000029	\N	hair_loss	async	submitted	More hair in the shower than usual for six months.	{"pattern": "crown", "duration_months": 24}	\N	3900	pi_example_con_0053	\N	2026-08-09 15:55:00+00	\N	2026-08-09 15:42:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000008
70000000-0000-4000-8000-000000000054	CON-000054	60000000-0000-4000-8000-000000000010	\N	allergies	async	submitted	Hay fever since the grass began to flower.	{"asthma": false, "season": "spring"}	\N	2900	pi_example_con_0054	\N	2026-08-12 16:13:00+00	\N	2026-08-12 15:59:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000003
70000000-0000-4000-8000-000000000055	CON-000055	60000000-0000-4000-8000-000000000013	\N	urinary_tract_infection	async	submitted	Burning since yesterday, no fever.	{"fever": false, "pregnant": false, "flank_pain": false}	\N	3900	pi_example_con_0055	\N	2026-08-15 16:25:00+00	\N	2026-08-15 16:16:00+00	2026-11-21 10:44:01.322656+00	\N
70000000-0000-4000-8000-000000000056	CON-000056	60000000-0000-4000-8000-000000000015	\N	migraine	phone	cancelled	Two attacks a month with nausea, over-the-counter tablets do not help.	{"aura": false, "attacks_per_month": 3}	\N	4900	\N	\N	2026-08-18 16:43:00+00	2026-08-18 18:43:00+00	2026-08-18 16:33:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000011
70000000-0000-4000-8000-000000000057	CON-000057	60000000-0000-4000-8000-000000000008	\N	acne	async	draft	Breakouts on the chin and jaw since spring.	{"pregnant": false, "skin_type": "combination", "duration_months": 8}	\N	3900	\N	\N	\N	\N	2026-08-21 16:50:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000001
70000000-0000-4000-8000-000000000058	CON-000058	60000000-0000-4000-8000-000000000022	\N	contraception	async	draft	Renewal of the pill taken for three years.	{"smoker": false, "blood_pressure": "118/76", "migraine_with_aura": false}	\N	2900	\N	\N	\N	\N	2026-08-24 17:07:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000004
70000000-0000-4000-8000-000000000059	CON-000059	60000000-0000-4000-8000-000000000047	\N	acne	async	draft	Acne on the back that over-the-counter washes do not clear.	{"pregnant": false, "skin_type": "combination", "duration_months": 8}	\N	3900	\N	\N	\N	\N	2026-08-27 17:24:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000001
70000000-0000-4000-8000-000000000060	CON-000060	60000000-0000-4000-8000-000000000004	\N	weight_loss	video	cancelled	Family history of diabetes, wants to act early.	{"height_cm": 172, "weight_kg": 104, "thyroid_cancer_in_family": false}	\N	9900	\N	\N	2026-08-30 17:55:00+00	2026-08-30 19:55:00+00	2026-08-30 17:41:00+00	2026-11-21 10:44:01.322656+00	50000000-0000-4000-8000-000000000013
\.


--
-- Data for Name: medications; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.medications (id, sku, name, strength, dosage_form, price_cents, controlled_schedule, needs_cold_chain, is_active, created_at, updated_at) FROM stdin;
30000000-0000-4000-8000-000000000001	ADAPALENE-GEL-01	Adapalene	0.1 %	gel	2400	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000002	CLINDAMYCIN-GEL-1	Clindamycin	1 %	gel	2900	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000003	TRETINOIN-CREAM-0025	Tretinoin	0.025 %	cream	3400	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000004	TRETINOIN-CREAM-005	Tretinoin	0.05 %	cream	3900	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000005	DOXYCYCLINE-TAB-100	Doxycycline	100 mg	tablet	2200	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000006	CETIRIZINE-TAB-10	Cetirizine	10 mg	tablet	1200	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000007	FLUTICASONE-SPRAY-50	Fluticasone	50 mcg	nasal_spray	1900	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000008	DROSPIRENONE-EE-TAB	Drospirenone and ethinyl estradiol	3 mg / 0.02 mg	tablet	2400	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000009	NORETHINDRONE-TAB-035	Norethindrone	0.35 mg	tablet	1900	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000010	NORELGESTROMIN-EE-PATCH	Norelgestromin and ethinyl estradiol	150 mcg / 35 mcg a day	patch	5400	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000011	SILDENAFIL-TAB-50	Sildenafil	50 mg	tablet	3000	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000012	TADALAFIL-TAB-5	Tadalafil	5 mg	tablet	4500	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000013	TADALAFIL-TAB-10	Tadalafil	10 mg	tablet	5500	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000014	FINASTERIDE-TAB-1	Finasteride	1 mg	tablet	2500	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000015	MINOXIDIL-FOAM-5	Minoxidil	5 %	foam	2900	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000016	MINOXIDIL-SOLUTION-2	Minoxidil	2 %	solution	2400	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000017	ESCITALOPRAM-TAB-10	Escitalopram	10 mg	tablet	1800	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000018	SERTRALINE-TAB-50	Sertraline	50 mg	tablet	1800	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000019	BUSPIRONE-TAB-10	Buspirone	10 mg	tablet	2100	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000020	SUMATRIPTAN-TAB-50	Sumatriptan	50 mg	tablet	2700	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000021	SUMATRIPTAN-SPRAY-20	Sumatriptan	20 mg	nasal_spray	6400	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000022	PROPRANOLOL-TAB-40	Propranolol	40 mg	tablet	1700	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000023	NITROFURANTOIN-CAP-100	Nitrofurantoin	100 mg	capsule	2300	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000024	FOSFOMYCIN-SOLUTION-3	Fosfomycin	3 g	solution	5900	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000025	SEMAGLUTIDE-INJ-025	Semaglutide	0.25 mg / 0.5 mL	injection	29900	\N	t	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000026	SEMAGLUTIDE-INJ-05	Semaglutide	0.5 mg / 0.5 mL	injection	34900	\N	t	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000027	METFORMIN-TAB-500	Metformin	500 mg	tablet	1500	\N	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
30000000-0000-4000-8000-000000000028	PHENTERMINE-TAB-375	Phentermine	37.5 mg	tablet	3900	4	f	t	2026-11-21 10:44:01.248394+00	2026-11-21 10:44:01.248394+00
\.


--
-- Data for Name: messages; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.messages (id, consultation_id, sender_patient_id, sender_provider_id, sender_admin_id, body, read_at, created_at) FROM stdin;
a0000000-0000-4000-8000-000000000001	70000000-0000-4000-8000-000000000001	\N	20000000-0000-4000-8000-000000000004	\N	How soon after the first sign do you take something?	2026-03-02 15:34:00+00	2026-03-02 15:09:00+00
a0000000-0000-4000-8000-000000000002	70000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000001	\N	\N	Usually too late, after an hour or so.	2026-03-02 16:34:00+00	2026-03-02 16:09:00+00
a0000000-0000-4000-8000-000000000003	70000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000002	\N	\N	How long until I can see a difference?	2026-03-05 16:15:00+00	2026-03-05 15:50:00+00
a0000000-0000-4000-8000-000000000004	70000000-0000-4000-8000-000000000002	\N	20000000-0000-4000-8000-000000000006	\N	Three to six months. Please give it that time.	2026-03-05 17:38:00+00	2026-03-05 17:13:00+00
a0000000-0000-4000-8000-000000000005	70000000-0000-4000-8000-000000000003	\N	20000000-0000-4000-8000-000000000005	\N	Do you smoke, or have you ever had a blood clot?	2026-03-08 16:57:00+00	2026-03-08 16:32:00+00
a0000000-0000-4000-8000-000000000006	70000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000003	\N	\N	Neither.	2026-03-08 18:44:00+00	2026-03-08 18:19:00+00
a0000000-0000-4000-8000-000000000007	70000000-0000-4000-8000-000000000004	\N	20000000-0000-4000-8000-000000000001	\N	Please confirm that you take no nitrates for your heart.	2026-03-11 17:39:00+00	2026-03-11 17:14:00+00
a0000000-0000-4000-8000-000000000008	70000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000004	\N	\N	Confirmed, I take nothing regularly.	2026-03-11 19:50:00+00	2026-03-11 19:25:00+00
a0000000-0000-4000-8000-000000000009	70000000-0000-4000-8000-000000000005	\N	20000000-0000-4000-8000-000000000001	\N	Thank you for the photos. Does your skin sting after washing?	2026-03-14 17:42:00+00	2026-03-14 17:17:00+00
a0000000-0000-4000-8000-000000000010	70000000-0000-4000-8000-000000000005	60000000-0000-4000-8000-000000000005	\N	\N	Only in winter, and not much.	2026-03-14 19:38:00+00	2026-03-14 19:13:00+00
a0000000-0000-4000-8000-000000000011	70000000-0000-4000-8000-000000000005	\N	20000000-0000-4000-8000-000000000001	\N	Then start every second night for two weeks.	2026-03-14 21:34:00+00	2026-03-14 21:09:00+00
a0000000-0000-4000-8000-000000000012	70000000-0000-4000-8000-000000000008	60000000-0000-4000-8000-000000000008	\N	\N	How long until I can see a difference?	2026-03-23 20:01:00+00	2026-03-23 19:36:00+00
a0000000-0000-4000-8000-000000000013	70000000-0000-4000-8000-000000000008	\N	20000000-0000-4000-8000-000000000003	\N	Three to six months. Please give it that time.	2026-03-23 23:28:00+00	2026-03-23 23:03:00+00
a0000000-0000-4000-8000-000000000014	70000000-0000-4000-8000-000000000009	60000000-0000-4000-8000-000000000009	\N	\N	Feeling better since this morning.	2026-03-26 22:38:00+00	2026-03-26 22:13:00+00
a0000000-0000-4000-8000-000000000015	70000000-0000-4000-8000-000000000010	\N	20000000-0000-4000-8000-000000000002	\N	Please confirm that you take no nitrates for your heart.	2026-03-29 21:24:00+00	2026-03-29 20:59:00+00
a0000000-0000-4000-8000-000000000016	70000000-0000-4000-8000-000000000010	60000000-0000-4000-8000-000000000010	\N	\N	Confirmed, I take nothing regularly.	2026-03-30 01:38:00+00	2026-03-30 01:13:00+00
a0000000-0000-4000-8000-000000000017	70000000-0000-4000-8000-000000000011	60000000-0000-4000-8000-000000000011	\N	\N	Can I take it together with eye drops?	2026-04-01 21:48:00+00	2026-04-01 21:23:00+00
a0000000-0000-4000-8000-000000000018	70000000-0000-4000-8000-000000000011	\N	20000000-0000-4000-8000-000000000005	\N	Yes, that is fine.	2026-04-02 02:08:00+00	2026-04-02 01:43:00+00
a0000000-0000-4000-8000-000000000019	70000000-0000-4000-8000-000000000013	\N	20000000-0000-4000-8000-000000000005	\N	Thank you for the photos. Does your skin sting after washing?	2026-04-07 21:48:00+00	2026-04-07 21:23:00+00
a0000000-0000-4000-8000-000000000020	70000000-0000-4000-8000-000000000013	60000000-0000-4000-8000-000000000013	\N	\N	Only in winter, and not much.	2026-04-08 01:38:00+00	2026-04-08 01:13:00+00
a0000000-0000-4000-8000-000000000021	70000000-0000-4000-8000-000000000013	\N	20000000-0000-4000-8000-000000000005	\N	Then start every second night for two weeks.	2026-04-08 05:28:00+00	2026-04-08 05:03:00+00
a0000000-0000-4000-8000-000000000022	70000000-0000-4000-8000-000000000014	\N	20000000-0000-4000-8000-000000000006	\N	Please book the blood test before the first dose.	2026-04-10 22:24:00+00	2026-04-10 21:59:00+00
a0000000-0000-4000-8000-000000000023	70000000-0000-4000-8000-000000000014	60000000-0000-4000-8000-000000000014	\N	\N	Booked for Thursday.	2026-04-11 02:32:00+00	2026-04-11 02:07:00+00
a0000000-0000-4000-8000-000000000024	70000000-0000-4000-8000-000000000014	\N	20000000-0000-4000-8000-000000000006	\N	Thank you, the values look fine. You can begin.	2026-04-11 06:40:00+00	2026-04-11 06:15:00+00
a0000000-0000-4000-8000-000000000025	70000000-0000-4000-8000-000000000015	\N	20000000-0000-4000-8000-000000000003	\N	Do you smoke, or have you ever had a blood clot?	2026-04-14 00:28:00+00	2026-04-14 00:03:00+00
a0000000-0000-4000-8000-000000000026	70000000-0000-4000-8000-000000000015	60000000-0000-4000-8000-000000000015	\N	\N	Neither.	2026-04-14 06:22:00+00	2026-04-14 05:57:00+00
a0000000-0000-4000-8000-000000000027	70000000-0000-4000-8000-000000000016	60000000-0000-4000-8000-000000000016	\N	\N	Can I take it together with eye drops?	2026-04-17 00:52:00+00	2026-04-17 00:27:00+00
a0000000-0000-4000-8000-000000000028	70000000-0000-4000-8000-000000000016	\N	20000000-0000-4000-8000-000000000004	\N	Yes, that is fine.	2026-04-17 06:52:00+00	2026-04-17 06:27:00+00
a0000000-0000-4000-8000-000000000029	70000000-0000-4000-8000-000000000017	\N	20000000-0000-4000-8000-000000000002	\N	It was good to talk. Please write if sleep gets worse.	2026-04-20 01:33:00+00	2026-04-20 01:08:00+00
a0000000-0000-4000-8000-000000000030	70000000-0000-4000-8000-000000000017	60000000-0000-4000-8000-000000000017	\N	\N	Thank you, I will.	2026-04-20 07:56:00+00	2026-04-20 07:31:00+00
a0000000-0000-4000-8000-000000000031	70000000-0000-4000-8000-000000000020	\N	20000000-0000-4000-8000-000000000003	\N	Do you smoke, or have you ever had a blood clot?	2026-04-28 21:52:00+00	2026-04-28 21:27:00+00
a0000000-0000-4000-8000-000000000032	70000000-0000-4000-8000-000000000020	60000000-0000-4000-8000-000000000020	\N	\N	Neither.	2026-04-28 23:46:00+00	2026-04-28 23:21:00+00
a0000000-0000-4000-8000-000000000033	70000000-0000-4000-8000-000000000021	\N	20000000-0000-4000-8000-000000000001	\N	Thank you for the photos. Does your skin sting after washing?	2026-05-01 21:46:00+00	2026-05-01 21:21:00+00
a0000000-0000-4000-8000-000000000034	70000000-0000-4000-8000-000000000021	60000000-0000-4000-8000-000000000022	\N	\N	Only in winter, and not much.	2026-05-01 23:16:00+00	2026-05-01 22:51:00+00
a0000000-0000-4000-8000-000000000035	70000000-0000-4000-8000-000000000021	\N	20000000-0000-4000-8000-000000000001	\N	Then start every second night for two weeks.	2026-05-02 00:46:00+00	2026-05-02 00:21:00+00
a0000000-0000-4000-8000-000000000036	70000000-0000-4000-8000-000000000023	60000000-0000-4000-8000-000000000024	\N	\N	Feeling better since this morning.	2026-05-08 01:03:00+00	2026-05-08 00:38:00+00
a0000000-0000-4000-8000-000000000037	70000000-0000-4000-8000-000000000025	\N	20000000-0000-4000-8000-000000000001	\N	Thank you for the photos. Does your skin sting after washing?	2026-05-13 17:32:00+00	2026-05-13 17:07:00+00
a0000000-0000-4000-8000-000000000038	70000000-0000-4000-8000-000000000025	60000000-0000-4000-8000-000000000026	\N	\N	Only in winter, and not much.	2026-05-13 20:13:00+00	2026-05-13 19:48:00+00
a0000000-0000-4000-8000-000000000039	70000000-0000-4000-8000-000000000025	\N	20000000-0000-4000-8000-000000000001	\N	Then start every second night for two weeks.	2026-05-13 22:54:00+00	2026-05-13 22:29:00+00
a0000000-0000-4000-8000-000000000040	70000000-0000-4000-8000-000000000026	\N	20000000-0000-4000-8000-000000000006	\N	Please book the blood test before the first dose.	2026-05-16 17:54:00+00	2026-05-16 17:29:00+00
a0000000-0000-4000-8000-000000000041	70000000-0000-4000-8000-000000000026	60000000-0000-4000-8000-000000000027	\N	\N	Booked for Thursday.	2026-05-16 20:39:00+00	2026-05-16 20:14:00+00
a0000000-0000-4000-8000-000000000042	70000000-0000-4000-8000-000000000026	\N	20000000-0000-4000-8000-000000000006	\N	Thank you, the values look fine. You can begin.	2026-05-16 23:24:00+00	2026-05-16 22:59:00+00
a0000000-0000-4000-8000-000000000043	70000000-0000-4000-8000-000000000027	\N	20000000-0000-4000-8000-000000000002	\N	Do you smoke, or have you ever had a blood clot?	2026-05-19 19:30:00+00	2026-05-19 19:05:00+00
a0000000-0000-4000-8000-000000000044	70000000-0000-4000-8000-000000000027	60000000-0000-4000-8000-000000000028	\N	\N	Neither.	2026-05-19 23:33:00+00	2026-05-19 23:08:00+00
a0000000-0000-4000-8000-000000000045	70000000-0000-4000-8000-000000000028	\N	20000000-0000-4000-8000-000000000006	\N	How soon after the first sign do you take something?	2026-05-22 20:12:00+00	2026-05-22 19:47:00+00
a0000000-0000-4000-8000-000000000046	70000000-0000-4000-8000-000000000028	60000000-0000-4000-8000-000000000029	\N	\N	Usually too late, after an hour or so.	2026-05-23 00:39:00+00	2026-05-23 00:14:00+00
a0000000-0000-4000-8000-000000000047	70000000-0000-4000-8000-000000000029	60000000-0000-4000-8000-000000000030	\N	\N	Can I take it together with eye drops?	2026-05-25 20:54:00+00	2026-05-25 20:29:00+00
a0000000-0000-4000-8000-000000000048	70000000-0000-4000-8000-000000000029	\N	20000000-0000-4000-8000-000000000005	\N	Yes, that is fine.	2026-05-26 01:45:00+00	2026-05-26 01:20:00+00
a0000000-0000-4000-8000-000000000049	70000000-0000-4000-8000-000000000041	\N	20000000-0000-4000-8000-000000000005	\N	How soon after the first sign do you take something?	2026-06-30 22:27:00+00	2026-06-30 22:02:00+00
a0000000-0000-4000-8000-000000000050	70000000-0000-4000-8000-000000000041	60000000-0000-4000-8000-000000000042	\N	\N	Usually too late, after an hour or so.	2026-07-01 01:27:00+00	2026-07-01 01:02:00+00
a0000000-0000-4000-8000-000000000051	70000000-0000-4000-8000-000000000043	\N	20000000-0000-4000-8000-000000000004	\N	Please book the blood test before the first dose.	2026-07-06 22:47:00+00	2026-07-06 22:22:00+00
a0000000-0000-4000-8000-000000000052	70000000-0000-4000-8000-000000000043	60000000-0000-4000-8000-000000000001	\N	\N	Booked for Thursday.	2026-07-07 01:37:00+00	2026-07-07 01:12:00+00
a0000000-0000-4000-8000-000000000053	70000000-0000-4000-8000-000000000043	\N	20000000-0000-4000-8000-000000000004	\N	Thank you, the values look fine. You can begin.	2026-07-07 04:27:00+00	2026-07-07 04:02:00+00
a0000000-0000-4000-8000-000000000054	70000000-0000-4000-8000-000000000044	\N	20000000-0000-4000-8000-000000000006	\N	Please book the blood test before the first dose.	2026-07-09 23:23:00+00	2026-07-09 22:58:00+00
a0000000-0000-4000-8000-000000000055	70000000-0000-4000-8000-000000000044	60000000-0000-4000-8000-000000000006	\N	\N	Booked for Thursday.	2026-07-10 02:31:00+00	2026-07-10 02:06:00+00
a0000000-0000-4000-8000-000000000056	70000000-0000-4000-8000-000000000044	\N	20000000-0000-4000-8000-000000000006	\N	Thank you, the values look fine. You can begin.	2026-07-10 05:39:00+00	2026-07-10 05:14:00+00
a0000000-0000-4000-8000-000000000057	70000000-0000-4000-8000-000000000020	\N	\N	10000000-0000-4000-8000-000000000002	Your parcel was delayed at the carrier; it should arrive tomorrow. No need to order again.	2026-04-29 07:17:00+00	2026-04-29 06:17:00+00
a0000000-0000-4000-8000-000000000058	70000000-0000-4000-8000-000000000027	\N	\N	10000000-0000-4000-8000-000000000002	We have refunded your order. The money is back on your card in about five days.	2026-05-20 09:13:00+00	2026-05-20 08:13:00+00
a0000000-0000-4000-8000-000000000059	70000000-0000-4000-8000-000000000046	\N	20000000-0000-4000-8000-000000000006	\N	Which medicines have you tried so far?	\N	2026-07-20 01:26:00+00
a0000000-0000-4000-8000-000000000060	70000000-0000-4000-8000-000000000047	\N	20000000-0000-4000-8000-000000000001	\N	Could you add a photo in daylight?	\N	2026-07-22 19:13:00+00
a0000000-0000-4000-8000-000000000061	70000000-0000-4000-8000-000000000049	60000000-0000-4000-8000-000000000011	\N	\N	The attack yesterday lasted until the evening.	\N	2026-07-28 19:43:00+00
a0000000-0000-4000-8000-000000000062	70000000-0000-4000-8000-000000000050	\N	20000000-0000-4000-8000-000000000002	\N	Please upload your latest laboratory values.	\N	2026-07-31 20:01:00+00
\.


--
-- Data for Name: orders; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.orders (id, reference, patient_id, prescription_id, fill_number, status, subtotal_cents, shipping_cents, tax_cents, currency, stripe_payment_intent_id, carrier, tracking_number, paid_at, shipped_at, delivered_at, created_at, updated_at) FROM stdin;
90000000-0000-4000-8000-000000000038	ORD-000038	60000000-0000-4000-8000-000000000001	80000000-0000-4000-8000-000000000001	2	delivered	2700	500	0	usd	pi_example_ord_0038	Example Parcel	EX0000000038	2026-03-28 17:21:00+00	2026-03-29 17:21:00+00	2026-04-01 01:21:00+00	2026-03-28 17:09:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000001	ORD-000001	60000000-0000-4000-8000-000000000001	80000000-0000-4000-8000-000000000001	1	delivered	2700	500	0	usd	pi_example_ord_0001	Example Parcel	EX0000000001	2026-03-02 18:39:00+00	2026-03-03 15:39:00+00	2026-03-05 13:39:00+00	2026-03-02 18:09:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000039	ORD-000039	60000000-0000-4000-8000-000000000002	80000000-0000-4000-8000-000000000002	2	delivered	7500	0	0	usd	pi_example_ord_0039	Example Parcel	EX0000000039	2026-05-30 18:50:00+00	2026-05-31 18:50:00+00	2026-06-03 02:50:00+00	2026-05-30 18:38:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000002	ORD-000002	60000000-0000-4000-8000-000000000002	80000000-0000-4000-8000-000000000002	1	delivered	7500	0	0	usd	pi_example_ord_0002	Example Parcel	EX0000000002	2026-03-05 20:08:00+00	2026-03-06 18:08:00+00	2026-03-08 16:08:00+00	2026-03-05 19:38:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000040	ORD-000040	60000000-0000-4000-8000-000000000003	80000000-0000-4000-8000-000000000003	2	delivered	7200	0	0	usd	pi_example_ord_0040	Example Parcel	EX0000000040	2026-05-27 20:19:00+00	2026-05-28 20:19:00+00	2026-05-31 04:19:00+00	2026-05-27 20:07:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000003	ORD-000003	60000000-0000-4000-8000-000000000003	80000000-0000-4000-8000-000000000003	1	delivered	7200	0	0	usd	pi_example_ord_0003	Example Parcel	EX0000000003	2026-03-08 21:37:00+00	2026-03-09 20:37:00+00	2026-03-11 18:37:00+00	2026-03-08 21:07:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000041	ORD-000041	60000000-0000-4000-8000-000000000004	80000000-0000-4000-8000-000000000004	2	delivered	3000	500	0	usd	pi_example_ord_0041	Example Parcel	EX0000000041	2026-04-06 21:48:00+00	2026-04-07 21:48:00+00	2026-04-10 05:48:00+00	2026-04-06 21:36:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000004	ORD-000004	60000000-0000-4000-8000-000000000004	80000000-0000-4000-8000-000000000004	1	delivered	3000	500	0	usd	pi_example_ord_0004	Example Parcel	EX0000000004	2026-03-11 23:06:00+00	2026-03-12 23:06:00+00	2026-03-14 21:06:00+00	2026-03-11 22:36:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000042	ORD-000042	60000000-0000-4000-8000-000000000005	80000000-0000-4000-8000-000000000005	2	delivered	2400	500	0	usd	pi_example_ord_0042	Example Parcel	EX0000000042	2026-04-09 23:17:00+00	2026-04-10 23:17:00+00	2026-04-13 07:17:00+00	2026-04-09 23:05:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000005	ORD-000005	60000000-0000-4000-8000-000000000005	80000000-0000-4000-8000-000000000005	1	delivered	2400	500	0	usd	pi_example_ord_0005	Example Parcel	EX0000000005	2026-03-15 00:35:00+00	2026-03-16 01:35:00+00	2026-03-17 23:35:00+00	2026-03-15 00:05:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000006	ORD-000006	60000000-0000-4000-8000-000000000006	80000000-0000-4000-8000-000000000006	1	delivered	29900	0	0	usd	pi_example_ord_0006	Example Parcel	EX0000000006	2026-03-18 01:09:00+00	2026-03-19 03:09:00+00	2026-03-21 01:09:00+00	2026-03-18 00:39:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000007	ORD-000007	60000000-0000-4000-8000-000000000008	80000000-0000-4000-8000-000000000007	1	delivered	7500	0	0	usd	pi_example_ord_0007	Example Parcel	EX0000000007	2026-03-24 04:01:00+00	2026-03-25 07:01:00+00	2026-03-27 05:01:00+00	2026-03-24 03:31:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000008	ORD-000008	60000000-0000-4000-8000-000000000009	80000000-0000-4000-8000-000000000008	1	delivered	2300	500	0	usd	pi_example_ord_0008	Example Parcel	EX0000000008	2026-03-27 05:30:00+00	2026-03-28 09:30:00+00	2026-03-30 07:30:00+00	2026-03-27 05:00:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000009	ORD-000009	60000000-0000-4000-8000-000000000010	80000000-0000-4000-8000-000000000009	1	delivered	3000	500	0	usd	pi_example_ord_0009	Example Parcel	EX0000000009	2026-03-30 06:59:00+00	2026-03-31 02:59:00+00	2026-04-02 09:59:00+00	2026-03-30 06:29:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000010	ORD-000010	60000000-0000-4000-8000-000000000012	80000000-0000-4000-8000-000000000011	1	delivered	1800	500	0	usd	pi_example_ord_0010	Example Parcel	EX0000000010	2026-04-05 09:02:00+00	2026-04-06 07:02:00+00	2026-04-08 14:02:00+00	2026-04-05 08:32:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000011	ORD-000011	60000000-0000-4000-8000-000000000013	80000000-0000-4000-8000-000000000012	1	delivered	2400	500	0	usd	pi_example_ord_0011	Example Parcel	EX0000000011	2026-04-08 10:25:00+00	2026-04-09 09:25:00+00	2026-04-11 16:25:00+00	2026-04-08 09:55:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000012	ORD-000012	60000000-0000-4000-8000-000000000014	80000000-0000-4000-8000-000000000013	1	delivered	29900	0	0	usd	pi_example_ord_0012	Example Parcel	EX0000000012	2026-04-11 11:54:00+00	2026-04-12 11:54:00+00	2026-04-14 18:54:00+00	2026-04-11 11:24:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000013	ORD-000013	60000000-0000-4000-8000-000000000015	80000000-0000-4000-8000-000000000014	1	delivered	7200	0	0	usd	pi_example_ord_0013	Example Parcel	EX0000000013	2026-04-14 13:23:00+00	2026-04-15 14:23:00+00	2026-04-17 21:23:00+00	2026-04-14 12:53:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000014	ORD-000014	60000000-0000-4000-8000-000000000016	80000000-0000-4000-8000-000000000015	1	delivered	1900	500	0	usd	pi_example_ord_0014	Example Parcel	EX0000000014	2026-04-17 13:57:00+00	2026-04-18 15:57:00+00	2026-04-20 22:57:00+00	2026-04-17 13:27:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000015	ORD-000015	60000000-0000-4000-8000-000000000017	80000000-0000-4000-8000-000000000016	1	delivered	1800	500	0	usd	pi_example_ord_0015	Example Parcel	EX0000000015	2026-04-20 15:26:00+00	2026-04-21 18:26:00+00	2026-04-24 01:26:00+00	2026-04-20 14:56:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000016	ORD-000016	60000000-0000-4000-8000-000000000020	80000000-0000-4000-8000-000000000017	1	delivered	7200	0	0	usd	pi_example_ord_0016	Example Parcel	EX0000000016	2026-04-29 02:47:00+00	2026-04-30 06:47:00+00	2026-05-02 13:47:00+00	2026-04-29 02:17:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000017	ORD-000017	60000000-0000-4000-8000-000000000022	80000000-0000-4000-8000-000000000018	1	delivered	2400	500	0	usd	pi_example_ord_0017	Example Parcel	EX0000000017	2026-05-02 03:21:00+00	2026-05-02 23:21:00+00	2026-05-05 15:21:00+00	2026-05-02 02:51:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000018	ORD-000018	60000000-0000-4000-8000-000000000024	80000000-0000-4000-8000-000000000019	1	delivered	2300	500	0	usd	pi_example_ord_0018	Example Parcel	EX0000000018	2026-05-08 06:19:00+00	2026-05-09 03:19:00+00	2026-05-11 19:19:00+00	2026-05-08 05:49:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000020	ORD-000020	60000000-0000-4000-8000-000000000025	80000000-0000-4000-8000-000000000020	1	delivered	7500	0	0	usd	pi_example_ord_0020	Example Parcel	EX0000000020	2026-05-12 07:17:00+00	2026-05-13 05:17:00+00	2026-05-15 21:17:00+00	2026-05-12 06:47:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000019	ORD-000019	60000000-0000-4000-8000-000000000025	80000000-0000-4000-8000-000000000020	1	cancelled	7500	0	0	usd	\N	\N	\N	\N	\N	\N	2026-05-11 00:47:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000021	ORD-000021	60000000-0000-4000-8000-000000000026	80000000-0000-4000-8000-000000000021	1	delivered	2400	500	0	usd	pi_example_ord_0021	Example Parcel	EX0000000021	2026-05-14 02:40:00+00	2026-05-15 01:40:00+00	2026-05-17 17:40:00+00	2026-05-14 02:10:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000022	ORD-000022	60000000-0000-4000-8000-000000000027	80000000-0000-4000-8000-000000000022	1	delivered	29900	0	0	usd	pi_example_ord_0022	Example Parcel	EX0000000022	2026-05-17 03:14:00+00	2026-05-18 03:14:00+00	2026-05-20 19:14:00+00	2026-05-17 02:44:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000023	ORD-000023	60000000-0000-4000-8000-000000000028	80000000-0000-4000-8000-000000000023	1	delivered	7200	0	0	usd	pi_example_ord_0023	Example Parcel	EX0000000023	2026-05-20 04:43:00+00	2026-05-21 05:43:00+00	2026-05-23 21:43:00+00	2026-05-20 04:13:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000024	ORD-000024	60000000-0000-4000-8000-000000000029	80000000-0000-4000-8000-000000000024	1	delivered	2700	500	0	usd	pi_example_ord_0024	Example Parcel	EX0000000024	2026-05-23 06:12:00+00	2026-05-24 08:12:00+00	2026-05-27 00:12:00+00	2026-05-23 05:42:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000025	ORD-000025	60000000-0000-4000-8000-000000000030	80000000-0000-4000-8000-000000000025	1	delivered	1900	500	0	usd	pi_example_ord_0025	Example Parcel	EX0000000025	2026-05-26 07:41:00+00	2026-05-27 10:41:00+00	2026-05-30 02:41:00+00	2026-05-26 07:11:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000026	ORD-000026	60000000-0000-4000-8000-000000000031	80000000-0000-4000-8000-000000000026	1	delivered	7500	0	0	usd	pi_example_ord_0026	Example Parcel	EX0000000026	2026-05-29 09:10:00+00	2026-05-30 13:10:00+00	2026-06-02 05:10:00+00	2026-05-29 08:40:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000027	ORD-000027	60000000-0000-4000-8000-000000000032	80000000-0000-4000-8000-000000000027	1	refunded	2700	500	0	usd	pi_example_ord_0027	Example Parcel	EX0000000027	2026-06-01 09:38:00+00	2026-06-02 05:38:00+00	2026-06-04 07:38:00+00	2026-06-01 09:08:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000028	ORD-000028	60000000-0000-4000-8000-000000000033	80000000-0000-4000-8000-000000000028	1	delivered	3000	500	0	usd	pi_example_ord_0028	Example Parcel	EX0000000028	2026-06-04 11:07:00+00	2026-06-05 08:07:00+00	2026-06-08 09:07:00+00	2026-06-04 10:37:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000029	ORD-000029	60000000-0000-4000-8000-000000000034	80000000-0000-4000-8000-000000000029	1	delivered	2300	500	0	usd	pi_example_ord_0029	Example Parcel	EX0000000029	2026-06-07 12:36:00+00	2026-06-08 10:36:00+00	2026-06-11 11:36:00+00	2026-06-07 12:06:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000030	ORD-000030	60000000-0000-4000-8000-000000000036	80000000-0000-4000-8000-000000000030	1	delivered	2400	500	0	usd	pi_example_ord_0030	Example Parcel	EX0000000030	2026-06-12 22:34:00+00	2026-06-13 21:34:00+00	2026-06-16 22:34:00+00	2026-06-12 22:04:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000031	ORD-000031	60000000-0000-4000-8000-000000000037	80000000-0000-4000-8000-000000000031	1	paid	29900	0	0	usd	pi_example_ord_0031	\N	\N	2026-06-15 23:08:00+00	\N	\N	2026-06-15 22:38:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000032	ORD-000032	60000000-0000-4000-8000-000000000038	80000000-0000-4000-8000-000000000032	1	delivered	7200	0	0	usd	pi_example_ord_0032	Example Parcel	EX0000000032	2026-06-19 00:31:00+00	2026-06-20 01:31:00+00	2026-06-21 19:31:00+00	2026-06-19 00:01:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000033	ORD-000033	60000000-0000-4000-8000-000000000039	80000000-0000-4000-8000-000000000033	1	shipped	1800	500	0	usd	pi_example_ord_0033	Example Parcel	EX0000000033	2026-06-22 02:00:00+00	2026-06-23 00:00:00+00	\N	2026-06-22 01:30:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000034	ORD-000034	60000000-0000-4000-8000-000000000041	80000000-0000-4000-8000-000000000034	1	processing	3000	500	0	usd	pi_example_ord_0034	\N	\N	2026-06-28 04:58:00+00	\N	\N	2026-06-28 04:28:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000035	ORD-000035	60000000-0000-4000-8000-000000000042	80000000-0000-4000-8000-000000000035	1	processing	2700	500	0	usd	pi_example_ord_0035	\N	\N	2026-07-01 05:32:00+00	\N	\N	2026-07-01 05:02:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000036	ORD-000036	60000000-0000-4000-8000-000000000001	80000000-0000-4000-8000-000000000036	1	pending	29900	0	0	usd	\N	\N	\N	\N	\N	\N	2026-07-07 07:54:00+00	2026-11-21 10:44:01.368054+00
90000000-0000-4000-8000-000000000037	ORD-000037	60000000-0000-4000-8000-000000000006	80000000-0000-4000-8000-000000000037	1	pending	34900	0	0	usd	\N	\N	\N	\N	\N	\N	2026-07-10 09:23:00+00	2026-11-21 10:44:01.368054+00
\.


--
-- Data for Name: patient_documents; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.patient_documents (id, patient_id, consultation_id, document_type, file_name, content_type, size_bytes, storage_key, sha256, created_at, updated_at) FROM stdin;
b0000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000002	70000000-0000-4000-8000-000000000002	photo	crown.jpg	image/jpeg	1509376	development/con-000002/crown.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-03-05 14:17:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000005	70000000-0000-4000-8000-000000000005	photo	face.jpg	image/jpeg	1848320	development/con-000005/face.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-03-14 15:08:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000006	70000000-0000-4000-8000-000000000006	lab_result	laboratory.pdf	application/pdf	207872	development/con-000006/laboratory.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-03-17 15:25:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000008	70000000-0000-4000-8000-000000000008	photo	crown.jpg	image/jpeg	1521664	development/con-000008/crown.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-03-23 15:59:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000005	60000000-0000-4000-8000-000000000012	70000000-0000-4000-8000-000000000012	consent	consent.pdf	application/pdf	90112	development/con-000012/consent.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-04-04 17:07:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000006	60000000-0000-4000-8000-000000000013	70000000-0000-4000-8000-000000000013	photo	face.jpg	image/jpeg	1856512	development/con-000013/face.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-04-07 17:24:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000007	60000000-0000-4000-8000-000000000014	70000000-0000-4000-8000-000000000014	lab_result	laboratory.pdf	application/pdf	211968	development/con-000014/laboratory.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-04-10 17:41:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000008	60000000-0000-4000-8000-000000000017	70000000-0000-4000-8000-000000000017	consent	consent.pdf	application/pdf	90112	development/con-000017/consent.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-04-19 18:32:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000009	60000000-0000-4000-8000-000000000022	70000000-0000-4000-8000-000000000021	photo	face.jpg	image/jpeg	1864704	development/con-000021/face.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-05-01 19:40:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000010	60000000-0000-4000-8000-000000000025	70000000-0000-4000-8000-000000000024	photo	crown.jpg	image/jpeg	1554432	development/con-000024/crown.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-05-10 14:00:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000011	60000000-0000-4000-8000-000000000026	70000000-0000-4000-8000-000000000025	photo	face.jpg	image/jpeg	1868800	development/con-000025/face.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-05-13 14:17:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000012	60000000-0000-4000-8000-000000000027	70000000-0000-4000-8000-000000000026	lab_result	laboratory.pdf	application/pdf	218112	development/con-000026/laboratory.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-05-16 14:34:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000013	60000000-0000-4000-8000-000000000031	70000000-0000-4000-8000-000000000030	photo	crown.jpg	image/jpeg	1566720	development/con-000030/crown.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-05-28 15:42:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000014	60000000-0000-4000-8000-000000000036	70000000-0000-4000-8000-000000000035	photo	face.jpg	image/jpeg	1879040	development/con-000035/face.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-06-12 17:07:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000015	60000000-0000-4000-8000-000000000037	70000000-0000-4000-8000-000000000036	lab_result	laboratory.pdf	application/pdf	223232	development/con-000036/laboratory.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-06-15 17:24:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000016	60000000-0000-4000-8000-000000000039	70000000-0000-4000-8000-000000000038	consent	consent.pdf	application/pdf	90112	development/con-000038/consent.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-06-21 17:58:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000017	60000000-0000-4000-8000-000000000001	70000000-0000-4000-8000-000000000043	lab_result	laboratory.pdf	application/pdf	226816	development/con-000043/laboratory.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-07-06 19:23:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000018	60000000-0000-4000-8000-000000000006	70000000-0000-4000-8000-000000000044	lab_result	laboratory.pdf	application/pdf	227328	development/con-000044/laboratory.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-07-09 19:40:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000019	60000000-0000-4000-8000-000000000044	70000000-0000-4000-8000-000000000047	photo	face.jpg	image/jpeg	1891328	development/con-000047/face.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-07-22 14:00:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000020	60000000-0000-4000-8000-000000000045	70000000-0000-4000-8000-000000000048	photo	crown.jpg	image/jpeg	1603584	development/con-000048/crown.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-07-25 14:17:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000021	60000000-0000-4000-8000-000000000047	70000000-0000-4000-8000-000000000052	consent	consent.pdf	application/pdf	90112	development/con-000052/consent.pdf	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-08-06 15:25:00+00	2026-11-21 10:44:01.402123+00
b0000000-0000-4000-8000-000000000022	60000000-0000-4000-8000-000000000029	70000000-0000-4000-8000-000000000053	photo	crown.jpg	image/jpeg	1613824	development/con-000053/crown.jpg	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855	2026-08-09 15:42:00+00	2026-11-21 10:44:01.402123+00
\.


--
-- Data for Name: patient_notes; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.patient_notes (id, patient_id, admin_id, body, is_pinned, created_at, updated_at) FROM stdin;
f1000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000025	10000000-0000-4000-8000-000000000002	First order cancelled by the card issuer, second one went through.	f	2026-05-12 10:20:00+00	2026-11-21 10:44:01.462195+00
f1000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000032	10000000-0000-4000-8000-000000000002	Parcel arrived open; asked for the money back.	f	2026-06-05 08:40:00+00	2026-11-21 10:44:01.462195+00
f1000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000043	10000000-0000-4000-8000-000000000002	Do not reactivate before the bank has decided.	t	2026-08-03 09:20:00+00	2026-11-21 10:44:01.462195+00
f1000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000007	10000000-0000-4000-8000-000000000001	Prefers telephone calls after five in the afternoon.	f	2026-08-10 14:05:00+00	2026-11-21 10:44:01.462195+00
\.


--
-- Data for Name: patient_treatments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.patient_treatments (id, patient_id, treatment_plan_id, status, stripe_subscription_id, started_on, ended_on, created_at, updated_at) FROM stdin;
c0000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000001	50000000-0000-4000-8000-000000000011	active	sub_example_0001	2026-03-02	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000002	50000000-0000-4000-8000-000000000008	active	sub_example_0002	2026-03-05	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000003	50000000-0000-4000-8000-000000000004	active	sub_example_0003	2026-03-08	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000004	50000000-0000-4000-8000-000000000006	active	sub_example_0004	2026-03-11	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000005	60000000-0000-4000-8000-000000000005	50000000-0000-4000-8000-000000000001	completed	sub_example_0005	2026-03-14	2026-06-12	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000006	60000000-0000-4000-8000-000000000006	50000000-0000-4000-8000-000000000013	completed	sub_example_0006	2026-03-17	2026-04-14	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000007	60000000-0000-4000-8000-000000000008	50000000-0000-4000-8000-000000000008	paused	sub_example_0007	2026-03-24	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000008	60000000-0000-4000-8000-000000000010	50000000-0000-4000-8000-000000000006	active	sub_example_0008	2026-03-30	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000009	60000000-0000-4000-8000-000000000012	50000000-0000-4000-8000-000000000010	active	sub_example_0009	2026-04-05	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000010	60000000-0000-4000-8000-000000000013	50000000-0000-4000-8000-000000000001	completed	sub_example_0010	2026-04-08	2026-07-07	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000011	60000000-0000-4000-8000-000000000014	50000000-0000-4000-8000-000000000013	completed	sub_example_0011	2026-04-11	2026-05-09	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000012	60000000-0000-4000-8000-000000000015	50000000-0000-4000-8000-000000000004	active	sub_example_0012	2026-04-14	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000013	60000000-0000-4000-8000-000000000016	50000000-0000-4000-8000-000000000003	cancelled	sub_example_0013	2026-04-17	2026-05-07	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000014	60000000-0000-4000-8000-000000000017	50000000-0000-4000-8000-000000000010	active	sub_example_0014	2026-04-20	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000015	60000000-0000-4000-8000-000000000020	50000000-0000-4000-8000-000000000004	active	sub_example_0015	2026-04-29	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000016	60000000-0000-4000-8000-000000000022	50000000-0000-4000-8000-000000000001	completed	sub_example_0016	2026-05-02	2026-07-31	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000017	60000000-0000-4000-8000-000000000025	50000000-0000-4000-8000-000000000008	paused	sub_example_0017	2026-05-10	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000018	60000000-0000-4000-8000-000000000026	50000000-0000-4000-8000-000000000001	cancelled	sub_example_0018	2026-05-14	2026-06-03	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000019	60000000-0000-4000-8000-000000000027	50000000-0000-4000-8000-000000000013	completed	sub_example_0019	2026-05-17	2026-06-14	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000020	60000000-0000-4000-8000-000000000028	50000000-0000-4000-8000-000000000004	active	sub_example_0020	2026-05-20	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000021	60000000-0000-4000-8000-000000000029	50000000-0000-4000-8000-000000000011	active	sub_example_0021	2026-05-23	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000022	60000000-0000-4000-8000-000000000030	50000000-0000-4000-8000-000000000003	completed	sub_example_0022	2026-05-26	2026-09-23	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000023	60000000-0000-4000-8000-000000000031	50000000-0000-4000-8000-000000000008	active	sub_example_0023	2026-05-29	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000024	60000000-0000-4000-8000-000000000032	50000000-0000-4000-8000-000000000011	active	sub_example_0024	2026-06-01	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000025	60000000-0000-4000-8000-000000000033	50000000-0000-4000-8000-000000000006	active	sub_example_0025	2026-06-04	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000026	60000000-0000-4000-8000-000000000036	50000000-0000-4000-8000-000000000001	completed	sub_example_0026	2026-06-12	2026-09-10	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000027	60000000-0000-4000-8000-000000000037	50000000-0000-4000-8000-000000000013	completed	sub_example_0027	2026-06-15	2026-07-13	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000028	60000000-0000-4000-8000-000000000038	50000000-0000-4000-8000-000000000004	active	sub_example_0028	2026-06-18	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000029	60000000-0000-4000-8000-000000000039	50000000-0000-4000-8000-000000000010	active	sub_example_0029	2026-06-22	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000030	60000000-0000-4000-8000-000000000041	50000000-0000-4000-8000-000000000006	active	sub_example_0030	2026-06-28	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
c0000000-0000-4000-8000-000000000031	60000000-0000-4000-8000-000000000042	50000000-0000-4000-8000-000000000011	active	sub_example_0031	2026-07-01	\N	2026-11-21 10:44:01.415569+00	2026-11-21 10:44:01.415569+00
\.


--
-- Data for Name: patients; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.patients (id, email, first_name, last_name, date_of_birth, sex_at_birth, phone, address_line1, address_line2, city, state, postal_code, time_zone, stripe_customer_id, stripe_payment_method_id, telehealth_consent_at, created_at, updated_at, email_opt_out_at, sms_opt_out_at, account_status, account_status_reason, account_status_changed_at, account_status_changed_by_admin_id) FROM stdin;
60000000-0000-4000-8000-000000000001	amara.okafor@example.com	Amara	Okafor	1987-04-12	female	+15125550130	12 Larch Street	\N	Austin	TX	78701	America/Chicago	cus_example_0001	pm_example_0001	2026-01-06 15:10:00+00	2026-01-06 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000002	bjorn.halvorsen@example.com	Bjørn	Halvorsen	1979-11-03	male	+12065550131	455 Harbor View Road	\N	Seattle	WA	98104	America/Los_Angeles	cus_example_0002	pm_example_0002	2026-01-07 15:10:00+00	2026-01-07 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000003	carmen.villanueva@example.com	Carmen	Villanueva	1992-07-25	female	+14155550132	88 Mission Court	\N	San Francisco	CA	94110	America/Los_Angeles	cus_example_0003	pm_example_0003	2026-01-08 15:10:00+00	2026-01-08 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000004	dmitri.sokolov@example.com	Dmitri	Sokolov	1984-02-17	male	+17185550133	301 Ocean Parkway	\N	Brooklyn	NY	11218	America/New_York	cus_example_0004	pm_example_0004	2026-01-09 15:10:00+00	2026-01-09 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000005	elena.marchetti@example.com	Elena	Marchetti	1996-09-08	female	+16175550134	27 Prince Lane	\N	Boston	MA	02113	America/New_York	cus_example_0005	pm_example_0005	2026-01-10 15:10:00+00	2026-01-10 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000006	farid.rahmani@example.com	Farid	Rahmani	1975-12-30	male	+14155550135	640 Sunset Terrace	\N	Los Angeles	CA	90026	America/Los_Angeles	cus_example_0006	pm_example_0006	2026-01-11 15:10:00+00	2026-01-11 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000007	grace.whitfield@example.com	Grace	Whitfield	1969-05-21	female	+14045550136	9 Magnolia Drive	\N	Atlanta	GA	30307	America/New_York	cus_example_0007	pm_example_0007	2026-01-12 15:10:00+00	2026-01-12 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000008	hugo.lindstrom@example.com	Hugo	Lindström	1990-01-14	male	+16125550137	72 Lakeside Avenue	\N	Minneapolis	MN	55408	America/Chicago	cus_example_0008	pm_example_0008	2026-01-13 15:10:00+00	2026-01-13 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000009	imani.jefferson@example.com	Imani	Jefferson	1999-03-02	female	+14045550138	1503 Peach Orchard Way	\N	Savannah	GA	31401	America/New_York	cus_example_0009	pm_example_0009	2026-01-14 15:10:00+00	2026-01-14 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000010	jose.figueroa@example.com	José	Figueroa	1982-10-19	male	+13055550139	214 Palmetto Street	\N	Miami	FL	33135	America/New_York	cus_example_0010	pm_example_0010	2026-01-15 15:10:00+00	2026-01-15 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000011	keiko.yamamoto@example.com	Keiko	Yamamoto	1994-06-11	female	+15035550140	5 Juniper Place	\N	Portland	OR	97209	America/Los_Angeles	cus_example_0011	pm_example_0011	2026-01-16 15:10:00+00	2026-01-16 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000012	liam.brannigan@example.com	Liam	Brannigan	1988-08-27	male	+16175550141	33 Quarry Road	\N	Quincy	MA	02169	America/New_York	cus_example_0012	pm_example_0012	2026-01-17 15:10:00+00	2026-01-17 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000013	mei.zhang@example.com	Mei	Zhang	2001-12-05	female	+14155550142	760 Jade Terrace	\N	San Jose	CA	95112	America/Los_Angeles	cus_example_0013	pm_example_0013	2026-01-18 15:10:00+00	2026-01-18 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000014	nathaniel.brooks@example.com	Nathaniel	Brooks	1972-04-01	male	+13035550143	19 Copper Hill Road	\N	Denver	CO	80205	America/Denver	cus_example_0014	pm_example_0014	2026-01-19 15:10:00+00	2026-01-19 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000015	olivia.prescott@example.com	Olivia	Prescott	1985-07-16	female	+16145550144	402 Birch Hollow	\N	Columbus	OH	43206	America/New_York	cus_example_0015	pm_example_0015	2026-01-20 15:10:00+00	2026-01-20 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000016	pablo.echeverria@example.com	Pablo	Echeverría	1993-02-09	male	+16025550145	61 Cactus Wren Lane	\N	Phoenix	AZ	85013	America/Phoenix	cus_example_0016	pm_example_0016	2026-01-21 15:10:00+00	2026-01-21 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000017	quinn.mcallister@example.com	Quinn	McAllister	1998-11-22	undisclosed	+17045550146	7 Ferry Landing	\N	Charlotte	NC	28203	America/New_York	cus_example_0017	pm_example_0017	2026-01-22 15:10:00+00	2026-01-22 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000018	rosa.delgado@example.com	Rosa	Delgado	1966-09-29	female	+15055550147	128 Adobe Circle	\N	Santa Fe	NM	87501	America/Denver	cus_example_0018	pm_example_0018	2026-01-23 15:10:00+00	2026-01-23 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000019	samuel.osei@example.com	Samuel	Osei	1980-03-18	male	+12155550148	2250 Liberty Avenue	\N	Philadelphia	PA	19121	America/New_York	cus_example_0019	pm_example_0019	2026-01-24 15:10:00+00	2026-01-24 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000020	tamsin.oconnor@example.com	Tamsin	O'Connor	1991-10-07	female	+13125550149	14 Clover Mews	\N	Chicago	IL	60614	America/Chicago	cus_example_0020	pm_example_0020	2026-01-25 15:10:00+00	2026-01-25 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000021	ulrich.baumann@example.com	Ulrich	Baumann	1959-01-26	male	+14145550150	83 Mill Pond Road	\N	Milwaukee	WI	53202	America/Chicago	\N	\N	\N	2026-01-26 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000022	valentina.rossi@example.com	Valentina	Rossi	1997-05-13	female	+12015550151	510 Garden Street	\N	Hoboken	NJ	07030	America/New_York	cus_example_0022	pm_example_0022	2026-01-27 15:10:00+00	2026-01-27 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000023	wendell.parrish@example.com	Wendell	Parrish	1977-08-04	male	+16155550152	96 Dogwood Trail	\N	Nashville	TN	37206	America/Chicago	cus_example_0023	pm_example_0023	2026-01-28 15:10:00+00	2026-01-28 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000024	ximena.caballero@example.com	Ximena	Caballero	1989-12-15	female	+15125550153	1720 Pecan Grove	\N	San Antonio	TX	78204	America/Chicago	cus_example_0024	pm_example_0024	2026-01-29 15:10:00+00	2026-01-29 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000025	yusuf.demir@example.com	Yusuf	Demir	1986-06-23	male	+13135550154	345 Maple Crossing	\N	Ann Arbor	MI	48104	America/Detroit	cus_example_0025	pm_example_0025	2026-01-30 15:10:00+00	2026-01-30 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000026	zoe.karras@example.com	Zoë	Karras	2000-02-28	female	+12035550155	58 Seawall Street	\N	New Haven	CT	06511	America/New_York	cus_example_0026	pm_example_0026	2026-01-31 15:10:00+00	2026-01-31 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000027	anders.nyberg@example.com	Anders	Nyberg	1974-07-09	male	+12065550156	11 Cedar Bluff	\N	Spokane	WA	99201	America/Los_Angeles	cus_example_0027	pm_example_0027	2026-02-01 15:10:00+00	2026-02-01 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000028	beatrix.holloway@example.com	Beatrix	Holloway	1995-04-20	female	+18045550157	230 Foxglove Lane	\N	Richmond	VA	23220	America/New_York	cus_example_0028	pm_example_0028	2026-02-02 15:10:00+00	2026-02-02 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000029	cedric.beaumont@example.com	Cédric	Beaumont	1983-11-11	male	+15125550158	77 Willow Bend	\N	Houston	TX	77006	America/Chicago	cus_example_0029	pm_example_0029	2026-02-03 15:10:00+00	2026-02-03 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000030	delphine.arnaud@example.com	Delphine	Arnaud	1990-08-31	female	+14155550159	640 Lyric Avenue	\N	Los Angeles	CA	90027	America/Los_Angeles	cus_example_0030	pm_example_0030	2026-02-04 15:10:00+00	2026-02-04 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000031	emeka.nwosu@example.com	Emeka	Nwosu	1978-01-06	male	+12015550160	15 Chestnut Row	\N	Newark	NJ	07104	America/New_York	cus_example_0031	pm_example_0031	2026-02-05 15:10:00+00	2026-02-05 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000032	freya.sorensen@example.com	Freya	Sørensen	1993-09-17	female	+14145550161	902 Prairie Rose Road	\N	Madison	WI	53703	America/Chicago	cus_example_0032	pm_example_0032	2026-02-06 15:10:00+00	2026-02-06 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000033	gideon.ashworth@example.com	Gideon	Ashworth	1963-03-27	male	+12035550162	48 Founders Way	\N	Hartford	CT	06103	America/New_York	cus_example_0033	pm_example_0033	2026-02-07 15:10:00+00	2026-02-07 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000034	hana.kovarova@example.com	Hana	Kovářová	1987-10-24	female	+16145550163	211 Sycamore Street	\N	Cleveland	OH	44113	America/New_York	cus_example_0034	pm_example_0034	2026-02-08 15:10:00+00	2026-02-08 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000035	isaac.feinberg@example.com	Isaac	Feinberg	1970-12-12	male	+17185550164	66 Hudson Terrace	\N	New York	NY	10034	America/New_York	cus_example_0035	pm_example_0035	2026-02-09 15:10:00+00	2026-02-09 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000036	jasmine.porter@example.com	Jasmine	Porter	2002-05-30	female	+17045550165	3 Lantern Court	\N	Raleigh	NC	27601	America/New_York	cus_example_0036	pm_example_0036	2026-02-10 15:10:00+00	2026-02-10 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000037	kofi.mensah@example.com	Kofi	Mensah	1985-02-22	male	+15125550166	870 Riverbend Drive	\N	Dallas	TX	75208	America/Chicago	cus_example_0037	pm_example_0037	2026-02-11 15:10:00+00	2026-02-11 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000038	lucia.bermudez@example.com	Lucía	Bermúdez	1996-07-01	female	+13055550167	129 Coral Way	\N	Tampa	FL	33606	America/New_York	cus_example_0038	pm_example_0038	2026-02-12 15:10:00+00	2026-02-12 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000039	marcus.ellery@example.com	Marcus	Ellery	1981-09-14	male	+18015550168	54 Granite Street	\N	Salt Lake City	UT	84103	America/Denver	cus_example_0039	pm_example_0039	2026-02-13 15:10:00+00	2026-02-13 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000040	nadia.petrova@example.com	Nadia	Petrova	1992-03-10	female	+17185550169	417 Ocean Breeze Road	\N	Brooklyn	NY	11235	America/New_York	cus_example_0040	pm_example_0040	2026-02-14 15:10:00+00	2026-02-14 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000041	oscar.trevino@example.com	Oscar	Treviño	1976-06-05	male	+15125550170	20 Mesquite Run	\N	El Paso	TX	79901	America/Chicago	cus_example_0041	pm_example_0041	2026-02-15 15:10:00+00	2026-02-15 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000042	priya.raghavan@example.com	Priya	Raghavan	1994-11-28	female	+14155550171	1101 Orchard Parkway	\N	Sunnyvale	CA	94086	America/Los_Angeles	cus_example_0042	pm_example_0042	2026-02-16 15:10:00+00	2026-02-16 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000044	saoirse.byrne@example.com	Saoirse	Byrne	1998-01-31	female	+16175550173	26 Shamrock Close	\N	Worcester	MA	01608	America/New_York	cus_example_0044	pm_example_0044	2026-02-18 15:10:00+00	2026-02-18 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000045	theo.papadakis@example.com	Theo	Papadakis	1989-04-16	male	+13035550174	705 Aspen Court	\N	Boulder	CO	80302	America/Denver	cus_example_0045	pm_example_0045	2026-02-19 15:10:00+00	2026-02-19 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000046	thuy.nguyen@example.com	Thúy	Nguyễn	1991-12-03	female	+14155550175	318 Lotus Street	\N	Sacramento	CA	95814	America/Los_Angeles	cus_example_0046	pm_example_0046	2026-02-20 15:10:00+00	2026-02-20 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000047	uma.krishnan@example.com	Uma	Krishnan	1984-10-10	female	+12155550176	92 Stonebridge Road	\N	Pittsburgh	PA	15213	America/New_York	cus_example_0047	pm_example_0047	2026-02-21 15:10:00+00	2026-02-21 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000048	victor.almeida@example.com	Victor	Almeida	1973-05-08	male	+13055550177	6 Azalea Path	\N	Orlando	FL	32801	America/New_York	cus_example_0048	pm_example_0048	2026-02-22 15:10:00+00	2026-02-22 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000049	willa.thornton@example.com	Willa	Thornton	2008-06-14	female	+13135550178	140 Meadowlark Lane	\N	Detroit	MI	48201	America/Detroit	\N	\N	\N	2026-02-23 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000050	zachary.ingram@example.com	Zachary	Ingram	1980-07-20	male	+17025550179	455 Desert Bloom Drive	\N	Las Vegas	NV	89101	America/Los_Angeles	\N	\N	\N	2026-02-24 15:00:00+00	2026-11-21 10:44:01.306838+00	\N	\N	active	\N	\N	\N
60000000-0000-4000-8000-000000000043	ronan.sheridan@example.com	Ronan	Sheridan	1967-08-19	male	+16175550172	39 Lighthouse Lane	\N	Salem	MA	01970	America/New_York	cus_example_0043	pm_example_0043	2026-02-17 15:10:00+00	2026-02-17 15:00:00+00	2026-11-21 10:44:01.462195+00	\N	\N	suspended	Payment disputed with the bank; see the note.	2026-08-03 09:15:00+00	10000000-0000-4000-8000-000000000002
\.


--
-- Data for Name: pharmacies; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.pharmacies (id, ncpdp_id, name, phone, fax, address_line1, city, state, postal_code, is_mail_order, accepts_eprescriptions, is_active, created_at, updated_at) FROM stdin;
40000000-0000-4000-8000-000000000001	9990001	Northfield Mail Pharmacy	+16145550101	+16145550102	100 Distribution Way	Columbus	OH	43215	t	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000002	9990002	Saguaro Mail Pharmacy	+16025550103	\N	2200 Mesa Commerce Park	Phoenix	AZ	85004	t	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000003	9990003	Harbor Street Pharmacy	+16175550104	+16175550105	18 Harbor Street	Boston	MA	02110	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000004	9990004	Five Boroughs Pharmacy	+17185550106	\N	451 Linden Avenue	Brooklyn	NY	11226	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000005	9990005	Peachtree Corner Drugs	+14045550107	+14045550108	77 Magnolia Square	Atlanta	GA	30303	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000006	9990006	Bayside Community Pharmacy	+13055550109	\N	900 Pelican Drive	Miami	FL	33130	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000007	9990007	Prairie Family Pharmacy	+13125550110	\N	1210 Larkspur Street	Chicago	IL	60607	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000008	9990008	Lone Star Neighborhood Drugs	+15125550111	\N	305 Bluebonnet Lane	Austin	TX	78701	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000009	9990009	Front Range Apothecary	+13035550112	\N	64 Columbine Road	Denver	CO	80202	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000010	9990010	Evergreen Care Pharmacy	+12065550113	\N	780 Cedar Hill Road	Seattle	WA	98101	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000011	9990011	Golden Poppy Pharmacy	+14155550114	\N	29 Eucalyptus Street	San Francisco	CA	94103	f	t	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
40000000-0000-4000-8000-000000000012	9990012	Old Mill Pharmacy	+12155550115	+12155550116	8 Millrace Court	Philadelphia	PA	19103	f	f	t	2026-11-21 10:44:01.271934+00	2026-11-21 10:44:01.271934+00
\.


--
-- Data for Name: prescriptions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.prescriptions (id, reference, consultation_id, patient_id, provider_id, medication_id, pharmacy_id, status, directions, quantity, days_supply, refills, signed_at, expires_on, created_at, updated_at) FROM stdin;
80000000-0000-4000-8000-000000000001	RX-000001	70000000-0000-4000-8000-000000000001	60000000-0000-4000-8000-000000000001	20000000-0000-4000-8000-000000000004	30000000-0000-4000-8000-000000000020	40000000-0000-4000-8000-000000000001	dispensed	One tablet at the first sign of an attack; may repeat once after two hours.	9	30	5	2026-03-02 17:09:00+00	2027-03-02	2026-03-02 17:09:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000002	RX-000002	70000000-0000-4000-8000-000000000002	60000000-0000-4000-8000-000000000002	20000000-0000-4000-8000-000000000006	30000000-0000-4000-8000-000000000014	40000000-0000-4000-8000-000000000001	dispensed	One tablet daily.	90	90	3	2026-03-05 18:38:00+00	2027-03-05	2026-03-05 18:38:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000003	RX-000003	70000000-0000-4000-8000-000000000003	60000000-0000-4000-8000-000000000003	20000000-0000-4000-8000-000000000005	30000000-0000-4000-8000-000000000008	40000000-0000-4000-8000-000000000001	dispensed	One tablet daily at the same time.	84	84	3	2026-03-08 20:07:00+00	2027-03-08	2026-03-08 20:07:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000004	RX-000004	70000000-0000-4000-8000-000000000004	60000000-0000-4000-8000-000000000004	20000000-0000-4000-8000-000000000001	30000000-0000-4000-8000-000000000011	40000000-0000-4000-8000-000000000002	dispensed	One tablet about an hour before, at most once a day.	10	30	5	2026-03-11 21:36:00+00	2027-03-11	2026-03-11 21:36:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000005	RX-000005	70000000-0000-4000-8000-000000000005	60000000-0000-4000-8000-000000000005	20000000-0000-4000-8000-000000000001	30000000-0000-4000-8000-000000000001	40000000-0000-4000-8000-000000000001	dispensed	Apply a thin layer to the face at night.	45	30	2	2026-03-14 23:05:00+00	2027-03-14	2026-03-14 23:05:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000006	RX-000006	70000000-0000-4000-8000-000000000006	60000000-0000-4000-8000-000000000006	20000000-0000-4000-8000-000000000006	30000000-0000-4000-8000-000000000025	40000000-0000-4000-8000-000000000001	dispensed	Inject 0.25 mg under the skin once a week.	4	28	0	2026-03-17 23:39:00+00	2027-03-17	2026-03-17 23:39:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000007	RX-000007	70000000-0000-4000-8000-000000000008	60000000-0000-4000-8000-000000000008	20000000-0000-4000-8000-000000000003	30000000-0000-4000-8000-000000000014	40000000-0000-4000-8000-000000000001	dispensed	One tablet daily.	90	90	3	2026-03-24 02:31:00+00	2027-03-24	2026-03-24 02:31:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000008	RX-000008	70000000-0000-4000-8000-000000000009	60000000-0000-4000-8000-000000000009	20000000-0000-4000-8000-000000000002	30000000-0000-4000-8000-000000000023	40000000-0000-4000-8000-000000000005	expired	One capsule twice a day with food for five days.	10	5	0	2026-03-27 04:00:00+00	2027-03-27	2026-03-27 04:00:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000009	RX-000009	70000000-0000-4000-8000-000000000010	60000000-0000-4000-8000-000000000010	20000000-0000-4000-8000-000000000002	30000000-0000-4000-8000-000000000011	40000000-0000-4000-8000-000000000001	dispensed	One tablet about an hour before, at most once a day.	10	30	5	2026-03-30 05:29:00+00	2027-03-30	2026-03-30 05:29:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000010	RX-000010	70000000-0000-4000-8000-000000000011	60000000-0000-4000-8000-000000000011	20000000-0000-4000-8000-000000000005	30000000-0000-4000-8000-000000000007	\N	cancelled	One spray in each nostril once a day.	1	30	3	\N	\N	2026-04-02 06:03:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000011	RX-000011	70000000-0000-4000-8000-000000000012	60000000-0000-4000-8000-000000000012	20000000-0000-4000-8000-000000000001	30000000-0000-4000-8000-000000000018	40000000-0000-4000-8000-000000000001	dispensed	Half a tablet daily for one week, then one tablet daily.	30	30	2	2026-04-05 07:32:00+00	2027-04-05	2026-04-05 07:32:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000012	RX-000012	70000000-0000-4000-8000-000000000013	60000000-0000-4000-8000-000000000013	20000000-0000-4000-8000-000000000005	30000000-0000-4000-8000-000000000001	40000000-0000-4000-8000-000000000002	dispensed	Apply a thin layer to the face at night.	45	30	2	2026-04-08 08:55:00+00	2027-04-08	2026-04-08 08:55:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000013	RX-000013	70000000-0000-4000-8000-000000000014	60000000-0000-4000-8000-000000000014	20000000-0000-4000-8000-000000000006	30000000-0000-4000-8000-000000000025	40000000-0000-4000-8000-000000000001	dispensed	Inject 0.25 mg under the skin once a week.	4	28	0	2026-04-11 10:24:00+00	2027-04-11	2026-04-11 10:24:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000014	RX-000014	70000000-0000-4000-8000-000000000015	60000000-0000-4000-8000-000000000015	20000000-0000-4000-8000-000000000003	30000000-0000-4000-8000-000000000008	40000000-0000-4000-8000-000000000001	dispensed	One tablet daily at the same time.	84	84	3	2026-04-14 11:53:00+00	2027-04-14	2026-04-14 11:53:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000015	RX-000015	70000000-0000-4000-8000-000000000016	60000000-0000-4000-8000-000000000016	20000000-0000-4000-8000-000000000004	30000000-0000-4000-8000-000000000007	40000000-0000-4000-8000-000000000001	dispensed	One spray in each nostril once a day.	1	30	3	2026-04-17 12:27:00+00	2027-04-17	2026-04-17 12:27:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000016	RX-000016	70000000-0000-4000-8000-000000000017	60000000-0000-4000-8000-000000000017	20000000-0000-4000-8000-000000000002	30000000-0000-4000-8000-000000000018	40000000-0000-4000-8000-000000000002	dispensed	Half a tablet daily for one week, then one tablet daily.	30	30	2	2026-04-20 13:56:00+00	2027-04-20	2026-04-20 13:56:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000017	RX-000017	70000000-0000-4000-8000-000000000020	60000000-0000-4000-8000-000000000020	20000000-0000-4000-8000-000000000003	30000000-0000-4000-8000-000000000008	40000000-0000-4000-8000-000000000001	dispensed	One tablet daily at the same time.	84	84	3	2026-04-29 01:17:00+00	2027-04-29	2026-04-29 01:17:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000018	RX-000018	70000000-0000-4000-8000-000000000021	60000000-0000-4000-8000-000000000022	20000000-0000-4000-8000-000000000001	30000000-0000-4000-8000-000000000001	40000000-0000-4000-8000-000000000001	dispensed	Apply a thin layer to the face at night.	45	30	2	2026-05-02 01:51:00+00	2027-05-02	2026-05-02 01:51:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000019	RX-000019	70000000-0000-4000-8000-000000000023	60000000-0000-4000-8000-000000000024	20000000-0000-4000-8000-000000000004	30000000-0000-4000-8000-000000000023	40000000-0000-4000-8000-000000000008	dispensed	One capsule twice a day with food for five days.	10	5	0	2026-05-08 04:49:00+00	2027-05-08	2026-05-08 04:49:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000020	RX-000020	70000000-0000-4000-8000-000000000024	60000000-0000-4000-8000-000000000025	20000000-0000-4000-8000-000000000003	30000000-0000-4000-8000-000000000014	40000000-0000-4000-8000-000000000002	dispensed	One tablet daily.	90	90	3	2026-05-10 23:47:00+00	2027-05-10	2026-05-10 23:47:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000021	RX-000021	70000000-0000-4000-8000-000000000025	60000000-0000-4000-8000-000000000026	20000000-0000-4000-8000-000000000001	30000000-0000-4000-8000-000000000001	40000000-0000-4000-8000-000000000001	dispensed	Apply a thin layer to the face at night.	45	30	2	2026-05-14 01:10:00+00	2027-05-14	2026-05-14 01:10:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000022	RX-000022	70000000-0000-4000-8000-000000000026	60000000-0000-4000-8000-000000000027	20000000-0000-4000-8000-000000000006	30000000-0000-4000-8000-000000000025	40000000-0000-4000-8000-000000000001	dispensed	Inject 0.25 mg under the skin once a week.	4	28	0	2026-05-17 01:44:00+00	2027-05-17	2026-05-17 01:44:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000023	RX-000023	70000000-0000-4000-8000-000000000027	60000000-0000-4000-8000-000000000028	20000000-0000-4000-8000-000000000002	30000000-0000-4000-8000-000000000008	40000000-0000-4000-8000-000000000001	dispensed	One tablet daily at the same time.	84	84	3	2026-05-20 03:13:00+00	2027-05-20	2026-05-20 03:13:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000024	RX-000024	70000000-0000-4000-8000-000000000028	60000000-0000-4000-8000-000000000029	20000000-0000-4000-8000-000000000006	30000000-0000-4000-8000-000000000020	40000000-0000-4000-8000-000000000002	dispensed	One tablet at the first sign of an attack; may repeat once after two hours.	9	30	5	2026-05-23 04:42:00+00	2027-05-23	2026-05-23 04:42:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000025	RX-000025	70000000-0000-4000-8000-000000000029	60000000-0000-4000-8000-000000000030	20000000-0000-4000-8000-000000000005	30000000-0000-4000-8000-000000000007	40000000-0000-4000-8000-000000000001	dispensed	One spray in each nostril once a day.	1	30	3	2026-05-26 06:11:00+00	2027-05-26	2026-05-26 06:11:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000026	RX-000026	70000000-0000-4000-8000-000000000030	60000000-0000-4000-8000-000000000031	20000000-0000-4000-8000-000000000001	30000000-0000-4000-8000-000000000014	40000000-0000-4000-8000-000000000001	dispensed	One tablet daily.	90	90	3	2026-05-29 07:40:00+00	2027-05-29	2026-05-29 07:40:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000027	RX-000027	70000000-0000-4000-8000-000000000031	60000000-0000-4000-8000-000000000032	20000000-0000-4000-8000-000000000003	30000000-0000-4000-8000-000000000020	40000000-0000-4000-8000-000000000001	dispensed	One tablet at the first sign of an attack; may repeat once after two hours.	9	30	5	2026-06-01 08:08:00+00	2027-06-01	2026-06-01 08:08:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000028	RX-000028	70000000-0000-4000-8000-000000000032	60000000-0000-4000-8000-000000000033	20000000-0000-4000-8000-000000000001	30000000-0000-4000-8000-000000000011	40000000-0000-4000-8000-000000000002	dispensed	One tablet about an hour before, at most once a day.	10	30	5	2026-06-04 09:37:00+00	2027-06-04	2026-06-04 09:37:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000029	RX-000029	70000000-0000-4000-8000-000000000033	60000000-0000-4000-8000-000000000034	20000000-0000-4000-8000-000000000003	30000000-0000-4000-8000-000000000023	40000000-0000-4000-8000-000000000001	dispensed	One capsule twice a day with food for five days.	10	5	0	2026-06-07 11:06:00+00	2027-06-07	2026-06-07 11:06:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000030	RX-000030	70000000-0000-4000-8000-000000000035	60000000-0000-4000-8000-000000000036	20000000-0000-4000-8000-000000000002	30000000-0000-4000-8000-000000000001	40000000-0000-4000-8000-000000000001	dispensed	Apply a thin layer to the face at night.	45	30	2	2026-06-12 21:04:00+00	2027-06-12	2026-06-12 21:04:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000031	RX-000031	70000000-0000-4000-8000-000000000036	60000000-0000-4000-8000-000000000037	20000000-0000-4000-8000-000000000006	30000000-0000-4000-8000-000000000025	40000000-0000-4000-8000-000000000001	dispensed	Inject 0.25 mg under the skin once a week.	4	28	0	2026-06-15 21:38:00+00	2027-06-15	2026-06-15 21:38:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000032	RX-000032	70000000-0000-4000-8000-000000000037	60000000-0000-4000-8000-000000000038	20000000-0000-4000-8000-000000000002	30000000-0000-4000-8000-000000000008	40000000-0000-4000-8000-000000000002	dispensed	One tablet daily at the same time.	84	84	3	2026-06-18 23:01:00+00	2027-06-18	2026-06-18 23:01:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000033	RX-000033	70000000-0000-4000-8000-000000000038	60000000-0000-4000-8000-000000000039	20000000-0000-4000-8000-000000000004	30000000-0000-4000-8000-000000000018	40000000-0000-4000-8000-000000000001	dispensed	Half a tablet daily for one week, then one tablet daily.	30	30	2	2026-06-22 00:30:00+00	2027-06-22	2026-06-22 00:30:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000034	RX-000034	70000000-0000-4000-8000-000000000040	60000000-0000-4000-8000-000000000041	20000000-0000-4000-8000-000000000006	30000000-0000-4000-8000-000000000011	40000000-0000-4000-8000-000000000001	dispensed	One tablet about an hour before, at most once a day.	10	30	5	2026-06-28 03:28:00+00	2027-06-28	2026-06-28 03:28:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000035	RX-000035	70000000-0000-4000-8000-000000000041	60000000-0000-4000-8000-000000000042	20000000-0000-4000-8000-000000000005	30000000-0000-4000-8000-000000000020	40000000-0000-4000-8000-000000000001	dispensed	One tablet at the first sign of an attack; may repeat once after two hours.	9	30	5	2026-07-01 04:02:00+00	2027-07-01	2026-07-01 04:02:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000036	RX-000036	70000000-0000-4000-8000-000000000043	60000000-0000-4000-8000-000000000001	20000000-0000-4000-8000-000000000004	30000000-0000-4000-8000-000000000025	40000000-0000-4000-8000-000000000002	sent	Inject 0.25 mg under the skin once a week.	4	28	0	2026-07-07 06:54:00+00	2027-07-07	2026-07-07 06:54:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000037	RX-000037	70000000-0000-4000-8000-000000000044	60000000-0000-4000-8000-000000000006	20000000-0000-4000-8000-000000000006	30000000-0000-4000-8000-000000000026	40000000-0000-4000-8000-000000000001	sent	Inject 0.5 mg under the skin once a week.	4	28	2	2026-07-10 08:23:00+00	2027-07-10	2026-07-10 08:23:00+00	2026-11-21 10:44:01.34787+00
80000000-0000-4000-8000-000000000038	RX-000038	70000000-0000-4000-8000-000000000045	60000000-0000-4000-8000-000000000005	20000000-0000-4000-8000-000000000001	30000000-0000-4000-8000-000000000008	\N	signed	One tablet daily at the same time.	84	84	3	2026-07-13 09:52:00+00	2027-07-13	2026-07-13 09:52:00+00	2026-11-21 10:44:01.34787+00
\.


--
-- Data for Name: providers; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers (id, npi, email, first_name, last_name, credential, phone, licensed_states, stripe_account_id, is_accepting_patients, created_at, updated_at) FROM stdin;
20000000-0000-4000-8000-000000000001	9990000001	miriam.castellanos@example.com	Miriam	Castellanos	MD	+12125550120	{CT,MA,NJ,NY,PA}	acct_example_0001	t	2026-11-21 10:44:01.299832+00	2026-11-21 10:44:01.299832+00
20000000-0000-4000-8000-000000000002	9990000002	desmond.achebe@example.com	Desmond	Achebe	DO	+14045550121	{FL,GA,NC,TN,VA}	acct_example_0002	t	2026-11-21 10:44:01.299832+00	2026-11-21 10:44:01.299832+00
20000000-0000-4000-8000-000000000003	9990000003	ingrid.solheim@example.com	Ingrid	Solheim	MD	+13125550122	{IL,MI,MN,OH,WI}	acct_example_0003	t	2026-11-21 10:44:01.299832+00	2026-11-21 10:44:01.299832+00
20000000-0000-4000-8000-000000000004	9990000004	rafael.quintana@example.com	Rafael	Quintana	NP	+15125550123	{AZ,CO,NM,TX,UT}	acct_example_0004	t	2026-11-21 10:44:01.299832+00	2026-11-21 10:44:01.299832+00
20000000-0000-4000-8000-000000000005	9990000005	yuki.tanabe@example.com	Yuki	Tanabe	MD	+14155550124	{CA,NV,OR,WA}	acct_example_0005	t	2026-11-21 10:44:01.299832+00	2026-11-21 10:44:01.299832+00
20000000-0000-4000-8000-000000000006	9990000006	philippa.mbeki@example.com	Philippa	Mbeki	PA	+12065550125	{CA,CO,OR,TX,WA}	acct_example_0006	t	2026-11-21 10:44:01.299832+00	2026-11-21 10:44:01.299832+00
20000000-0000-4000-8000-000000000007	9990000007	august.feldmann@example.com	August	Feldmann	NP	+16175550126	{FL,MA,NY}	acct_example_0007	f	2026-11-21 10:44:01.299832+00	2026-11-21 10:44:01.299832+00
\.


--
-- Data for Name: treatment_plans; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.treatment_plans (id, slug, name, description, consultation_type, medication_id, price_cents, billing_interval_days, duration_days, stripe_price_id, is_active, created_at, updated_at) FROM stdin;
50000000-0000-4000-8000-000000000001	acne-starter	Acne starter	A gentle gel for the first three months.	acne	30000000-0000-4000-8000-000000000001	2400	30	90	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000002	acne-advanced	Acne advanced	A stronger cream for skin that is used to retinoids.	acne	30000000-0000-4000-8000-000000000004	3900	30	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000003	allergy-season	Allergy season	A daily nasal spray through the season.	allergies	30000000-0000-4000-8000-000000000007	1900	30	120	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000004	birth-control-combined	Combined pill	Three months of the combined pill at a time.	contraception	30000000-0000-4000-8000-000000000008	6600	84	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000005	birth-control-progestin	Progestin-only pill	Three months of the progestin-only pill at a time.	contraception	30000000-0000-4000-8000-000000000009	5100	84	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000006	ed-as-needed	ED as needed	Tablets for when they are wanted.	erectile_dysfunction	30000000-0000-4000-8000-000000000011	3000	30	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000007	ed-daily	ED daily	One low-dose tablet every day.	erectile_dysfunction	30000000-0000-4000-8000-000000000012	4500	30	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000008	hair-oral	Hair oral	One tablet a day, billed quarterly.	hair_loss	30000000-0000-4000-8000-000000000014	6600	90	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000009	hair-topical	Hair topical	Foam once a day, billed quarterly.	hair_loss	30000000-0000-4000-8000-000000000015	7800	90	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000010	calm-daily	Calm daily	A daily tablet, with a check-in every month.	mental_health	30000000-0000-4000-8000-000000000018	4900	30	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000011	migraine-relief	Migraine relief	Tablets for attacks.	migraine	30000000-0000-4000-8000-000000000020	2700	30	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000012	migraine-prevention	Migraine prevention	A daily tablet for half a year, then a review.	migraine	30000000-0000-4000-8000-000000000022	1700	30	180	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000013	weight-start	Weight start	The first month at the lowest dose.	weight_loss	30000000-0000-4000-8000-000000000025	29900	28	28	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
50000000-0000-4000-8000-000000000014	weight-continue	Weight continue	The following months, with a check-in each.	weight_loss	30000000-0000-4000-8000-000000000026	34900	28	\N	\N	t	2026-11-21 10:44:01.2762+00	2026-11-21 10:44:01.2762+00
\.


--
-- Name: admin_audit_log admin_audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.admin_audit_log
    ADD CONSTRAINT admin_audit_log_pkey PRIMARY KEY (id);


--
-- Name: admins admins_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.admins
    ADD CONSTRAINT admins_pkey PRIMARY KEY (id);


--
-- Name: analytics_events analytics_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.analytics_events
    ADD CONSTRAINT analytics_events_pkey PRIMARY KEY (id);


--
-- Name: billing_adjustments billing_adjustments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.billing_adjustments
    ADD CONSTRAINT billing_adjustments_pkey PRIMARY KEY (id);


--
-- Name: billing_adjustments billing_adjustments_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.billing_adjustments
    ADD CONSTRAINT billing_adjustments_reference_key UNIQUE (reference);


--
-- Name: billing_adjustments billing_adjustments_stripe_refund_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.billing_adjustments
    ADD CONSTRAINT billing_adjustments_stripe_refund_id_key UNIQUE (stripe_refund_id);


--
-- Name: communication_logs communication_logs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.communication_logs
    ADD CONSTRAINT communication_logs_pkey PRIMARY KEY (id);


--
-- Name: consultation_settings consultation_settings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultation_settings
    ADD CONSTRAINT consultation_settings_pkey PRIMARY KEY (consultation_type);


--
-- Name: consultations consultations_id_patient_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_id_patient_id_key UNIQUE (id, patient_id);


--
-- Name: consultations consultations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_pkey PRIMARY KEY (id);


--
-- Name: consultations consultations_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_reference_key UNIQUE (reference);


--
-- Name: consultations consultations_stripe_payment_intent_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_stripe_payment_intent_id_key UNIQUE (stripe_payment_intent_id);


--
-- Name: medications medications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.medications
    ADD CONSTRAINT medications_pkey PRIMARY KEY (id);


--
-- Name: medications medications_sku_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.medications
    ADD CONSTRAINT medications_sku_key UNIQUE (sku);


--
-- Name: messages messages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);


--
-- Name: orders orders_id_patient_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_id_patient_id_key UNIQUE (id, patient_id);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: orders orders_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_reference_key UNIQUE (reference);


--
-- Name: orders orders_stripe_payment_intent_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_stripe_payment_intent_id_key UNIQUE (stripe_payment_intent_id);


--
-- Name: patient_documents patient_documents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_documents
    ADD CONSTRAINT patient_documents_pkey PRIMARY KEY (id);


--
-- Name: patient_documents patient_documents_storage_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_documents
    ADD CONSTRAINT patient_documents_storage_key_key UNIQUE (storage_key);


--
-- Name: patient_notes patient_notes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_notes
    ADD CONSTRAINT patient_notes_pkey PRIMARY KEY (id);


--
-- Name: patient_treatments patient_treatments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_treatments
    ADD CONSTRAINT patient_treatments_pkey PRIMARY KEY (id);


--
-- Name: patient_treatments patient_treatments_start_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_treatments
    ADD CONSTRAINT patient_treatments_start_key UNIQUE (patient_id, treatment_plan_id, started_on);


--
-- Name: patient_treatments patient_treatments_stripe_subscription_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_treatments
    ADD CONSTRAINT patient_treatments_stripe_subscription_id_key UNIQUE (stripe_subscription_id);


--
-- Name: patients patients_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patients
    ADD CONSTRAINT patients_pkey PRIMARY KEY (id);


--
-- Name: patients patients_stripe_customer_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patients
    ADD CONSTRAINT patients_stripe_customer_id_key UNIQUE (stripe_customer_id);


--
-- Name: pharmacies pharmacies_ncpdp_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pharmacies
    ADD CONSTRAINT pharmacies_ncpdp_id_key UNIQUE (ncpdp_id);


--
-- Name: pharmacies pharmacies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pharmacies
    ADD CONSTRAINT pharmacies_pkey PRIMARY KEY (id);


--
-- Name: prescriptions prescriptions_id_patient_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.prescriptions
    ADD CONSTRAINT prescriptions_id_patient_id_key UNIQUE (id, patient_id);


--
-- Name: prescriptions prescriptions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.prescriptions
    ADD CONSTRAINT prescriptions_pkey PRIMARY KEY (id);


--
-- Name: prescriptions prescriptions_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.prescriptions
    ADD CONSTRAINT prescriptions_reference_key UNIQUE (reference);


--
-- Name: providers providers_npi_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers
    ADD CONSTRAINT providers_npi_key UNIQUE (npi);


--
-- Name: providers providers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers
    ADD CONSTRAINT providers_pkey PRIMARY KEY (id);


--
-- Name: providers providers_stripe_account_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers
    ADD CONSTRAINT providers_stripe_account_id_key UNIQUE (stripe_account_id);


--
-- Name: treatment_plans treatment_plans_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.treatment_plans
    ADD CONSTRAINT treatment_plans_pkey PRIMARY KEY (id);


--
-- Name: treatment_plans treatment_plans_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.treatment_plans
    ADD CONSTRAINT treatment_plans_slug_key UNIQUE (slug);


--
-- Name: treatment_plans treatment_plans_stripe_price_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.treatment_plans
    ADD CONSTRAINT treatment_plans_stripe_price_id_key UNIQUE (stripe_price_id);


--
-- Name: admin_audit_log_admin_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX admin_audit_log_admin_idx ON public.admin_audit_log USING btree (admin_id, created_at DESC);


--
-- Name: admin_audit_log_entity_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX admin_audit_log_entity_idx ON public.admin_audit_log USING btree (entity_type, entity_id, created_at DESC);


--
-- Name: admin_audit_log_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX admin_audit_log_patient_idx ON public.admin_audit_log USING btree (patient_id, created_at DESC) WHERE (patient_id IS NOT NULL);


--
-- Name: admins_active_role_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX admins_active_role_idx ON public.admins USING btree (role) WHERE is_active;


--
-- Name: admins_email_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX admins_email_key ON public.admins USING btree (lower(email));


--
-- Name: analytics_events_name_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX analytics_events_name_idx ON public.analytics_events USING btree (name, occurred_at DESC);


--
-- Name: analytics_events_occurred_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX analytics_events_occurred_at_idx ON public.analytics_events USING brin (occurred_at);


--
-- Name: analytics_events_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX analytics_events_patient_idx ON public.analytics_events USING btree (patient_id, occurred_at DESC) WHERE (patient_id IS NOT NULL);


--
-- Name: analytics_events_session_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX analytics_events_session_idx ON public.analytics_events USING btree (session_id, occurred_at) WHERE (session_id IS NOT NULL);


--
-- Name: billing_adjustments_approved_by_admin_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX billing_adjustments_approved_by_admin_idx ON public.billing_adjustments USING btree (approved_by_admin_id) WHERE (approved_by_admin_id IS NOT NULL);


--
-- Name: billing_adjustments_created_by_admin_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX billing_adjustments_created_by_admin_idx ON public.billing_adjustments USING btree (created_by_admin_id);


--
-- Name: billing_adjustments_order_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX billing_adjustments_order_idx ON public.billing_adjustments USING btree (order_id, patient_id) WHERE (order_id IS NOT NULL);


--
-- Name: billing_adjustments_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX billing_adjustments_patient_idx ON public.billing_adjustments USING btree (patient_id, created_at DESC);


--
-- Name: billing_adjustments_unapproved_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX billing_adjustments_unapproved_idx ON public.billing_adjustments USING btree (created_at) WHERE (approved_at IS NULL);


--
-- Name: communication_logs_consultation_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX communication_logs_consultation_idx ON public.communication_logs USING btree (consultation_id) WHERE (consultation_id IS NOT NULL);


--
-- Name: communication_logs_failed_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX communication_logs_failed_idx ON public.communication_logs USING btree (created_at DESC) WHERE (status = 'failed'::public.communication_status);


--
-- Name: communication_logs_order_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX communication_logs_order_idx ON public.communication_logs USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: communication_logs_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX communication_logs_patient_idx ON public.communication_logs USING btree (patient_id, created_at DESC);


--
-- Name: communication_logs_queue_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX communication_logs_queue_idx ON public.communication_logs USING btree (created_at) WHERE (status = 'queued'::public.communication_status);


--
-- Name: communication_logs_vendor_message_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX communication_logs_vendor_message_key ON public.communication_logs USING btree (vendor, vendor_message_id) WHERE (vendor_message_id IS NOT NULL);


--
-- Name: consultations_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_patient_idx ON public.consultations USING btree (patient_id, created_at DESC);


--
-- Name: consultations_provider_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_provider_idx ON public.consultations USING btree (provider_id, status) WHERE (provider_id IS NOT NULL);


--
-- Name: consultations_queue_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_queue_idx ON public.consultations USING btree (submitted_at) WHERE (status = 'submitted'::public.consultation_status);


--
-- Name: INDEX consultations_queue_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.consultations_queue_idx IS 'The providers'' queue: oldest submitted consultation first.';


--
-- Name: consultations_treatment_plan_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_treatment_plan_idx ON public.consultations USING btree (treatment_plan_id) WHERE (treatment_plan_id IS NOT NULL);


--
-- Name: consultations_type_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_type_idx ON public.consultations USING btree (consultation_type);


--
-- Name: medications_product_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX medications_product_key ON public.medications USING btree (lower(name), strength, dosage_form);


--
-- Name: messages_consultation_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_consultation_idx ON public.messages USING btree (consultation_id, created_at);


--
-- Name: messages_sender_admin_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_sender_admin_idx ON public.messages USING btree (sender_admin_id) WHERE (sender_admin_id IS NOT NULL);


--
-- Name: messages_sender_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_sender_patient_idx ON public.messages USING btree (sender_patient_id) WHERE (sender_patient_id IS NOT NULL);


--
-- Name: messages_sender_provider_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_sender_provider_idx ON public.messages USING btree (sender_provider_id) WHERE (sender_provider_id IS NOT NULL);


--
-- Name: messages_unread_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_unread_idx ON public.messages USING btree (consultation_id) WHERE (read_at IS NULL);


--
-- Name: orders_fill_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX orders_fill_key ON public.orders USING btree (prescription_id, fill_number) WHERE (status <> 'cancelled'::public.order_status);


--
-- Name: INDEX orders_fill_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_fill_key IS 'A fill is ordered once; a cancelled order makes room for another try.';


--
-- Name: orders_open_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_open_idx ON public.orders USING btree (status, created_at) WHERE (status = ANY (ARRAY['pending'::public.order_status, 'paid'::public.order_status, 'processing'::public.order_status]));


--
-- Name: orders_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_patient_idx ON public.orders USING btree (patient_id, created_at DESC);


--
-- Name: orders_prescription_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_prescription_idx ON public.orders USING btree (prescription_id, patient_id);


--
-- Name: patient_documents_consultation_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX patient_documents_consultation_idx ON public.patient_documents USING btree (consultation_id) WHERE (consultation_id IS NOT NULL);


--
-- Name: patient_documents_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX patient_documents_patient_idx ON public.patient_documents USING btree (patient_id, document_type);


--
-- Name: patient_notes_admin_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX patient_notes_admin_idx ON public.patient_notes USING btree (admin_id);


--
-- Name: patient_notes_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX patient_notes_patient_idx ON public.patient_notes USING btree (patient_id, is_pinned DESC, created_at DESC);


--
-- Name: patient_treatments_current_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX patient_treatments_current_key ON public.patient_treatments USING btree (patient_id, treatment_plan_id) WHERE (status = ANY (ARRAY['active'::public.treatment_status, 'paused'::public.treatment_status]));


--
-- Name: INDEX patient_treatments_current_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.patient_treatments_current_key IS 'A patient follows a plan once at a time, but may come back to it.';


--
-- Name: patient_treatments_plan_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX patient_treatments_plan_idx ON public.patient_treatments USING btree (treatment_plan_id, status);


--
-- Name: patients_account_status_changed_by_admin_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX patients_account_status_changed_by_admin_idx ON public.patients USING btree (account_status_changed_by_admin_id) WHERE (account_status_changed_by_admin_id IS NOT NULL);


--
-- Name: patients_account_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX patients_account_status_idx ON public.patients USING btree (account_status) WHERE (account_status <> 'active'::public.account_status);


--
-- Name: patients_email_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX patients_email_key ON public.patients USING btree (lower(email));


--
-- Name: patients_name_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX patients_name_idx ON public.patients USING btree (lower(last_name), lower(first_name));


--
-- Name: pharmacies_place_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pharmacies_place_idx ON public.pharmacies USING btree (state, postal_code) WHERE is_active;


--
-- Name: prescriptions_consultation_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX prescriptions_consultation_idx ON public.prescriptions USING btree (consultation_id, patient_id);


--
-- Name: prescriptions_expiry_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX prescriptions_expiry_idx ON public.prescriptions USING btree (expires_on) WHERE (status = ANY (ARRAY['signed'::public.prescription_status, 'sent'::public.prescription_status, 'dispensed'::public.prescription_status]));


--
-- Name: prescriptions_medication_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX prescriptions_medication_idx ON public.prescriptions USING btree (medication_id);


--
-- Name: prescriptions_patient_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX prescriptions_patient_idx ON public.prescriptions USING btree (patient_id, created_at DESC);


--
-- Name: prescriptions_pharmacy_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX prescriptions_pharmacy_idx ON public.prescriptions USING btree (pharmacy_id) WHERE (pharmacy_id IS NOT NULL);


--
-- Name: prescriptions_provider_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX prescriptions_provider_idx ON public.prescriptions USING btree (provider_id);


--
-- Name: providers_email_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX providers_email_key ON public.providers USING btree (lower(email));


--
-- Name: providers_licensed_states_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_licensed_states_idx ON public.providers USING gin (licensed_states) WHERE is_accepting_patients;


--
-- Name: treatment_plans_medication_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX treatment_plans_medication_idx ON public.treatment_plans USING btree (medication_id);


--
-- Name: treatment_plans_type_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX treatment_plans_type_idx ON public.treatment_plans USING btree (consultation_type, is_active);


--
-- Name: admin_audit_log admin_audit_log_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER admin_audit_log_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.admin_audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_audit_log_change();


--
-- Name: admins admins_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER admins_set_updated_at BEFORE UPDATE ON public.admins FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: billing_adjustments billing_adjustments_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER billing_adjustments_set_updated_at BEFORE UPDATE ON public.billing_adjustments FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: communication_logs communication_logs_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER communication_logs_set_updated_at BEFORE UPDATE ON public.communication_logs FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: consultation_settings consultation_settings_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER consultation_settings_set_updated_at BEFORE UPDATE ON public.consultation_settings FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: consultations consultations_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER consultations_set_updated_at BEFORE UPDATE ON public.consultations FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: medications medications_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER medications_set_updated_at BEFORE UPDATE ON public.medications FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: orders orders_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_set_updated_at BEFORE UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: patient_documents patient_documents_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER patient_documents_set_updated_at BEFORE UPDATE ON public.patient_documents FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: patient_notes patient_notes_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER patient_notes_set_updated_at BEFORE UPDATE ON public.patient_notes FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: patient_treatments patient_treatments_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER patient_treatments_set_updated_at BEFORE UPDATE ON public.patient_treatments FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: patients patients_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER patients_set_updated_at BEFORE UPDATE ON public.patients FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: pharmacies pharmacies_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pharmacies_set_updated_at BEFORE UPDATE ON public.pharmacies FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: prescriptions prescriptions_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER prescriptions_set_updated_at BEFORE UPDATE ON public.prescriptions FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: providers providers_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER providers_set_updated_at BEFORE UPDATE ON public.providers FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: treatment_plans treatment_plans_set_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER treatment_plans_set_updated_at BEFORE UPDATE ON public.treatment_plans FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();


--
-- Name: admin_audit_log admin_audit_log_admin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.admin_audit_log
    ADD CONSTRAINT admin_audit_log_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admins(id) ON DELETE RESTRICT;


--
-- Name: analytics_events analytics_events_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.analytics_events
    ADD CONSTRAINT analytics_events_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES public.patients(id) ON DELETE SET NULL;


--
-- Name: billing_adjustments billing_adjustments_approved_by_admin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.billing_adjustments
    ADD CONSTRAINT billing_adjustments_approved_by_admin_id_fkey FOREIGN KEY (approved_by_admin_id) REFERENCES public.admins(id) ON DELETE RESTRICT;


--
-- Name: billing_adjustments billing_adjustments_created_by_admin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.billing_adjustments
    ADD CONSTRAINT billing_adjustments_created_by_admin_id_fkey FOREIGN KEY (created_by_admin_id) REFERENCES public.admins(id) ON DELETE RESTRICT;


--
-- Name: billing_adjustments billing_adjustments_order_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.billing_adjustments
    ADD CONSTRAINT billing_adjustments_order_fkey FOREIGN KEY (order_id, patient_id) REFERENCES public.orders(id, patient_id) ON DELETE RESTRICT;


--
-- Name: billing_adjustments billing_adjustments_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.billing_adjustments
    ADD CONSTRAINT billing_adjustments_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES public.patients(id) ON DELETE RESTRICT;


--
-- Name: communication_logs communication_logs_consultation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.communication_logs
    ADD CONSTRAINT communication_logs_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id) ON DELETE SET NULL;


--
-- Name: communication_logs communication_logs_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.communication_logs
    ADD CONSTRAINT communication_logs_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE SET NULL;


--
-- Name: communication_logs communication_logs_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.communication_logs
    ADD CONSTRAINT communication_logs_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES public.patients(id) ON DELETE CASCADE;


--
-- Name: consultations consultations_consultation_type_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_consultation_type_fkey FOREIGN KEY (consultation_type) REFERENCES public.consultation_settings(consultation_type) ON UPDATE CASCADE ON DELETE RESTRICT;


--
-- Name: consultations consultations_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES public.patients(id) ON DELETE RESTRICT;


--
-- Name: consultations consultations_provider_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.providers(id) ON DELETE RESTRICT;


--
-- Name: consultations consultations_treatment_plan_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_treatment_plan_id_fkey FOREIGN KEY (treatment_plan_id) REFERENCES public.treatment_plans(id) ON DELETE SET NULL;


--
-- Name: messages messages_consultation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id) ON DELETE CASCADE;


--
-- Name: messages messages_sender_admin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_sender_admin_id_fkey FOREIGN KEY (sender_admin_id) REFERENCES public.admins(id) ON DELETE RESTRICT;


--
-- Name: messages messages_sender_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_sender_patient_id_fkey FOREIGN KEY (sender_patient_id) REFERENCES public.patients(id) ON DELETE RESTRICT;


--
-- Name: messages messages_sender_provider_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_sender_provider_id_fkey FOREIGN KEY (sender_provider_id) REFERENCES public.providers(id) ON DELETE RESTRICT;


--
-- Name: orders orders_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES public.patients(id) ON DELETE RESTRICT;


--
-- Name: orders orders_prescription_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_prescription_fkey FOREIGN KEY (prescription_id, patient_id) REFERENCES public.prescriptions(id, patient_id) ON DELETE RESTRICT;


--
-- Name: patient_documents patient_documents_consultation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_documents
    ADD CONSTRAINT patient_documents_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id) ON DELETE SET NULL;


--
-- Name: patient_documents patient_documents_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_documents
    ADD CONSTRAINT patient_documents_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES public.patients(id) ON DELETE CASCADE;


--
-- Name: patient_notes patient_notes_admin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_notes
    ADD CONSTRAINT patient_notes_admin_id_fkey FOREIGN KEY (admin_id) REFERENCES public.admins(id) ON DELETE RESTRICT;


--
-- Name: patient_notes patient_notes_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_notes
    ADD CONSTRAINT patient_notes_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES public.patients(id) ON DELETE CASCADE;


--
-- Name: patient_treatments patient_treatments_patient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_treatments
    ADD CONSTRAINT patient_treatments_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES public.patients(id) ON DELETE RESTRICT;


--
-- Name: patient_treatments patient_treatments_treatment_plan_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patient_treatments
    ADD CONSTRAINT patient_treatments_treatment_plan_id_fkey FOREIGN KEY (treatment_plan_id) REFERENCES public.treatment_plans(id) ON DELETE RESTRICT;


--
-- Name: patients patients_account_status_changed_by_admin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.patients
    ADD CONSTRAINT patients_account_status_changed_by_admin_id_fkey FOREIGN KEY (account_status_changed_by_admin_id) REFERENCES public.admins(id) ON DELETE RESTRICT;


--
-- Name: prescriptions prescriptions_consultation_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.prescriptions
    ADD CONSTRAINT prescriptions_consultation_fkey FOREIGN KEY (consultation_id, patient_id) REFERENCES public.consultations(id, patient_id) ON DELETE RESTRICT;


--
-- Name: prescriptions prescriptions_medication_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.prescriptions
    ADD CONSTRAINT prescriptions_medication_id_fkey FOREIGN KEY (medication_id) REFERENCES public.medications(id) ON DELETE RESTRICT;


--
-- Name: prescriptions prescriptions_pharmacy_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.prescriptions
    ADD CONSTRAINT prescriptions_pharmacy_id_fkey FOREIGN KEY (pharmacy_id) REFERENCES public.pharmacies(id) ON DELETE RESTRICT;


--
-- Name: prescriptions prescriptions_provider_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.prescriptions
    ADD CONSTRAINT prescriptions_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.providers(id) ON DELETE RESTRICT;


--
-- Name: treatment_plans treatment_plans_consultation_type_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.treatment_plans
    ADD CONSTRAINT treatment_plans_consultation_type_fkey FOREIGN KEY (consultation_type) REFERENCES public.consultation_settings(consultation_type) ON UPDATE CASCADE ON DELETE RESTRICT;


--
-- Name: treatment_plans treatment_plans_medication_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.treatment_plans
    ADD CONSTRAINT treatment_plans_medication_id_fkey FOREIGN KEY (medication_id) REFERENCES public.medications(id) ON DELETE RESTRICT;


--
-- PostgreSQL database dump complete
--

\unrestrict Mrvol2fWD1E4KlwoahABUG6gj38dBNTDdbnWRbWNeRb3GWXzC5MHX5b1ZVViJel

