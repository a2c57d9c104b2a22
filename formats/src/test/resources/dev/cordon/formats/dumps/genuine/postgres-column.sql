--
-- PostgreSQL database dump
--

\restrict fixtureToken

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

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
-- Name: od d; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA "od d";


ALTER SCHEMA "od d" OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$ BEGIN -- don't; $$
 INSERT INTO log VALUES (77, 'it''s; new'); RETURN NEW; END; $_$;


ALTER FUNCTION public.f() OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: log; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.log (
    id integer,
    what text
);


ALTER TABLE public.log OWNER TO postgres;

--
-- Name: g(integer); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.g(a integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 INSERT INTO public.log (id, what)
   VALUES (78, 'atomic'::text);
 SELECT
         CASE
             WHEN (a > 1) THEN 1
             ELSE 2
         END AS "case";
END;


ALTER FUNCTION public.g(a integer) OWNER TO postgres;

--
-- Name: h(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.h() RETURNS text
    LANGUAGE sql
    AS $$SELECT 'it\''s; INSERT INTO log VALUES (79)'::text$$;


ALTER FUNCTION public.h() OWNER TO postgres;

--
-- Name: Ta"ble.x; Type: TABLE; Schema: od d; Owner: postgres
--

CREATE TABLE "od d"."Ta""ble.x" (
    "a b" integer NOT NULL,
    "c""d" text NOT NULL,
    "select" "char"
);


ALTER TABLE "od d"."Ta""ble.x" OWNER TO postgres;

--
-- Name: parent; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.parent (
    a integer,
    b text DEFAULT 'x''y;'::text
);


ALTER TABLE public.parent OWNER TO postgres;

--
-- Name: child; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.child (
    c integer
)
INHERITS (public.parent);


ALTER TABLE public.child OWNER TO postgres;

--
-- Name: empty_one; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.empty_one (
    a integer NOT NULL
);


ALTER TABLE public.empty_one OWNER TO postgres;

--
-- Name: none; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public."none" (
);


ALTER TABLE public."none" OWNER TO postgres;

--
-- Name: parted; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.parted (
    id integer,
    t text
)
PARTITION BY RANGE (id);


ALTER TABLE public.parted OWNER TO postgres;

--
-- Name: parted_1; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.parted_1 (
    id integer,
    t text
);


ALTER TABLE public.parted_1 OWNER TO postgres;

--
-- Name: users; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.users (
    id bigint NOT NULL,
    name text DEFAULT 'a,(b'';'::text NOT NULL,
    mail character varying(99),
    pic bytea,
    tags text[],
    ok boolean,
    made timestamp with time zone,
    price numeric(10,2),
    ratio double precision,
    doc jsonb,
    ip inet,
    upper_name text GENERATED ALWAYS AS (upper(name)) STORED,
    bits bit(5)
);


ALTER TABLE public.users OWNER TO postgres;

--
-- Name: TABLE users; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public.users IS 'it''s; \ a comment /* no */ -- no';


--
-- Name: seen; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.seen AS
 SELECT users.id,
    users.name,
    'it''s; x'::text AS y
   FROM public.users;


ALTER TABLE public.seen OWNER TO postgres;

--
-- Name: users_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: parted_1; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.parted ATTACH PARTITION public.parted_1 FOR VALUES FROM (0) TO (10);


--
-- Name: child b; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.child ALTER COLUMN b SET DEFAULT 'x''y;'::text;


--
-- Name: 16521; Type: BLOB; Schema: -; Owner: postgres
--

SELECT pg_catalog.lo_create('16521');


ALTER LARGE OBJECT 16521 OWNER TO postgres;

--
-- Data for Name: Ta"ble.x; Type: TABLE DATA; Schema: od d; Owner: postgres
--

INSERT INTO "od d"."Ta""ble.x" ("a b", "c""d", "select") VALUES
	(1, 'x', 'y'),
	(2, '', 'z');


--
-- Data for Name: child; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.child (a, b, c) VALUES
	(1, 'i', 2);


--
-- Data for Name: empty_one; Type: TABLE DATA; Schema: public; Owner: postgres
--



--
-- Data for Name: log; Type: TABLE DATA; Schema: public; Owner: postgres
--



--
-- Data for Name: none; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public."none" DEFAULT VALUES;


--
-- Data for Name: parent; Type: TABLE DATA; Schema: public; Owner: postgres
--



--
-- Data for Name: parted_1; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.parted_1 (id, t) VALUES
	(1, 'p');


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.users (id, name, mail, pic, tags, ok, made, price, ratio, doc, ip, bits) OVERRIDING SYSTEM VALUE VALUES
	(1, 'Ærø''s ; "x" \ `y`', 'one@mail.example', '\xffd8ffe000104a464946000101000001', '{a,"b c",NULL,"d\"e\\f"}', true, '2024-03-12 01:25:54.125+00', 12.50, -1.5e-07, '{"a": [1, "b\"c"]}', '2001:db8::1', B'10101'),
	(2, '', 'two@mail.example', NULL, NULL, NULL, NULL, NULL, 'NaN', NULL, NULL, NULL);
INSERT INTO public.users (id, name, mail, pic, tags, ok, made, price, ratio, doc, ip, bits) OVERRIDING SYSTEM VALUE VALUES
	(3, 'line1
line2
	tabv \N \. end -- none', '\N', '\x00270a5c22ff', '{}', false, 'infinity', -0.01, 1e+300, 'null', '198.18.0.1', B'00000'),
	(4, '\.
\.
INSERT INTO users VALUES (9);
COPY x FROM stdin;
', '😀', '\x', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Name: users_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.users_id_seq', 4, true);


--
-- Data for Name: BLOBS; Type: BLOBS; Schema: -; Owner: -
--

BEGIN;

SELECT pg_catalog.lo_open('16521', 131072);
SELECT pg_catalog.lowrite(0, '\x89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489');
SELECT pg_catalog.lo_close(0);

COMMIT;

--
-- Name: Ta"ble.x Ta"ble.x_pkey; Type: CONSTRAINT; Schema: od d; Owner: postgres
--

ALTER TABLE ONLY "od d"."Ta""ble.x"
    ADD CONSTRAINT "Ta""ble.x_pkey" PRIMARY KEY ("a b", "c""d");


--
-- Name: empty_one empty_one_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.empty_one
    ADD CONSTRAINT empty_one_pkey PRIMARY KEY (a);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: users t; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER t AFTER INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION public.f();


--
-- PostgreSQL database dump complete
--

\unrestrict fixtureToken

