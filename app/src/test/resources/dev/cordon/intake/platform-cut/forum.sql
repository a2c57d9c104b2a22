/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: forum_db
-- ------------------------------------------------------
-- Server version	10.11.19-MariaDB-0+deb12u1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `phpbb_banlist`
--

DROP TABLE IF EXISTS `phpbb_banlist`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_banlist` (
  `ban_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `ban_userid` int(10) unsigned NOT NULL DEFAULT 0,
  `ban_ip` varchar(40) NOT NULL DEFAULT '',
  `ban_email` varchar(100) NOT NULL DEFAULT '',
  `ban_start` int(11) unsigned NOT NULL DEFAULT 0,
  `ban_end` int(11) unsigned NOT NULL DEFAULT 0,
  `ban_exclude` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `ban_reason` varchar(255) NOT NULL DEFAULT '',
  `ban_give_reason` varchar(255) NOT NULL DEFAULT '',
  PRIMARY KEY (`ban_id`),
  KEY `ban_end` (`ban_end`),
  KEY `ban_user` (`ban_userid`,`ban_exclude`),
  KEY `ban_email` (`ban_email`,`ban_exclude`),
  KEY `ban_ip` (`ban_ip`,`ban_exclude`)
) ENGINE=InnoDB AUTO_INCREMENT=51 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_banlist`
--

LOCK TABLES `phpbb_banlist` WRITE;
/*!40000 ALTER TABLE `phpbb_banlist` DISABLE KEYS */;
INSERT INTO `phpbb_banlist` VALUES
(1,282,'','',1675344569,0,0,'spam',''),
(2,384,'','',1678683834,0,0,'spam',''),
(3,447,'','',1680214968,0,0,'spam',''),
(4,483,'','',1681372778,0,0,'spam',''),
(5,504,'','',1682061618,0,0,'spam',''),
(6,507,'','',1682114594,0,0,'spam',''),
(7,654,'','',1686377200,0,0,'spam',''),
(8,675,'','',1686821259,0,0,'spam','');
/*!40000 ALTER TABLE `phpbb_banlist` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_config`
--

DROP TABLE IF EXISTS `phpbb_config`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_config` (
  `config_name` varchar(255) NOT NULL DEFAULT '',
  `config_value` varchar(255) NOT NULL DEFAULT '',
  `is_dynamic` tinyint(1) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`config_name`),
  KEY `is_dynamic` (`is_dynamic`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_config`
--

LOCK TABLES `phpbb_config` WRITE;
/*!40000 ALTER TABLE `phpbb_config` DISABLE KEYS */;
INSERT INTO `phpbb_config` VALUES
('board_email','forum@forum.platform.example',0),
('board_startdate','1667001600',0),
('board_timezone','Europe/Berlin',0);
/*!40000 ALTER TABLE `phpbb_config` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_forums`
--

DROP TABLE IF EXISTS `phpbb_forums`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_forums` (
  `forum_id` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `parent_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `left_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `right_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `forum_parents` mediumtext NOT NULL,
  `forum_name` varchar(255) CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci NOT NULL DEFAULT '',
  `forum_desc` text NOT NULL,
  `forum_type` tinyint(4) NOT NULL DEFAULT 0,
  `forum_status` tinyint(4) NOT NULL DEFAULT 0,
  `forum_last_post_id` int(10) unsigned NOT NULL DEFAULT 0,
  `forum_last_poster_id` int(10) unsigned NOT NULL DEFAULT 0,
  `forum_last_post_subject` varchar(255) NOT NULL DEFAULT '',
  `forum_last_post_time` int(11) unsigned NOT NULL DEFAULT 0,
  `forum_last_poster_name` varchar(255) NOT NULL DEFAULT '',
  `forum_posts_approved` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `forum_topics_approved` mediumint(8) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`forum_id`),
  KEY `left_right_id` (`left_id`,`right_id`),
  KEY `forum_lastpost_id` (`forum_last_post_id`)
) ENGINE=InnoDB AUTO_INCREMENT=10 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_forums`
--

LOCK TABLES `phpbb_forums` WRITE;
/*!40000 ALTER TABLE `phpbb_forums` DISABLE KEYS */;
INSERT INTO `phpbb_forums` VALUES
(1,0,1,18,'','Main category','',0,0,0,0,'',0,'',0,0),
(2,1,2,3,'','Board 1','Neutral placeholder',1,0,14249,2699,'Re: Welcome (topic 1313)',1731372123,'r4in73',2210,173),
(3,1,4,5,'','Board 2','Neutral placeholder',1,0,14245,2698,'Re: Feedback (topic 1328)',1731371141,'alejandro.lopez',1718,172),
(4,1,6,7,'','Board 3','Neutral placeholder',1,0,14256,1247,'Re: Off topic (topic 1359)',1731382690,'ashwelghost2',1689,172),
(5,1,8,9,'','Board 4','Neutral placeholder',1,0,14252,2730,'Re: Feedback (topic 1318)',1731377385,'dark_phoenix',1738,172),
(6,1,10,11,'','Board 5','Neutral placeholder',1,0,14253,2583,'Re: Welcome (topic 1373)',1731378533,'moreaughost4',1630,173),
(7,1,12,13,'','Board 6','Neutral placeholder',1,0,14257,2729,'Re: Log-in problem (topic 1332)',1731383183,'wolfgang.steinhofer925',1712,173),
(8,1,14,15,'','Board 7','Neutral placeholder',1,0,14246,1329,'Re: Notice (topic 1187)',1731371602,'frank.schneider959',1616,173);
/*!40000 ALTER TABLE `phpbb_forums` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_groups`
--

DROP TABLE IF EXISTS `phpbb_groups`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_groups` (
  `group_id` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `group_type` tinyint(4) NOT NULL DEFAULT 1,
  `group_founder_manage` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `group_skip_auth` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `group_name` varchar(255) CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci NOT NULL DEFAULT '',
  `group_desc` text NOT NULL,
  `group_colour` varchar(6) NOT NULL DEFAULT '',
  PRIMARY KEY (`group_id`)
) ENGINE=InnoDB AUTO_INCREMENT=8 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_groups`
--

LOCK TABLES `phpbb_groups` WRITE;
/*!40000 ALTER TABLE `phpbb_groups` DISABLE KEYS */;
INSERT INTO `phpbb_groups` VALUES
(1,3,0,0,'GUESTS','',''),
(2,3,0,0,'REGISTERED','',''),
(3,3,0,0,'REGISTERED_COPPA','',''),
(4,3,0,0,'GLOBAL_MODERATORS','',''),
(5,3,0,0,'ADMINISTRATORS','',''),
(6,3,0,0,'BOTS','',''),
(7,3,0,0,'NEWLY_REGISTERED','','');
/*!40000 ALTER TABLE `phpbb_groups` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_log`
--

DROP TABLE IF EXISTS `phpbb_log`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_log` (
  `log_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `log_type` tinyint(4) NOT NULL DEFAULT 0,
  `user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `forum_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `topic_id` int(10) unsigned NOT NULL DEFAULT 0,
  `post_id` int(10) unsigned NOT NULL DEFAULT 0,
  `reportee_id` int(10) unsigned NOT NULL DEFAULT 0,
  `log_ip` varchar(40) NOT NULL DEFAULT '',
  `log_time` int(11) unsigned NOT NULL DEFAULT 0,
  `log_operation` text NOT NULL,
  `log_data` mediumtext NOT NULL,
  PRIMARY KEY (`log_id`),
  KEY `log_type` (`log_type`),
  KEY `forum_id` (`forum_id`),
  KEY `topic_id` (`topic_id`),
  KEY `reportee_id` (`reportee_id`),
  KEY `user_id` (`user_id`),
  KEY `log_time` (`log_time`)
) ENGINE=InnoDB AUTO_INCREMENT=551 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_log`
--

LOCK TABLES `phpbb_log` WRITE;
/*!40000 ALTER TABLE `phpbb_log` DISABLE KEYS */;
INSERT INTO `phpbb_log` VALUES
(1,3,1022,0,0,0,2592,'198.18.221.47',1667296845,'LOG_USER_ACTIVE','a:1:{i:0;s:12:\"eagle_dragon\";}'),
(2,3,2,0,0,0,2418,'198.18.204.80',1667508252,'LOG_USER_ACTIVE','a:1:{i:0;s:11:\"theo52ninja\";}'),
(3,3,2,0,0,0,1059,'198.18.204.80',1667560142,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:12:\"walker_pilot\";}'),
(4,3,1022,0,0,0,1758,'198.19.87.33',1667733336,'LOG_BAN_USER','a:1:{i:0;s:9:\"silver379\";}'),
(5,3,1022,0,0,0,1693,'198.18.221.47',1667920131,'LOG_USER_ACTIVE','a:1:{i:0;s:7:\"whit315\";}'),
(6,3,1454,0,0,0,1937,'198.18.250.24',1668178909,'LOG_BAN_USER','a:1:{i:0;s:14:\"dancer_bear738\";}'),
(7,0,1454,0,0,0,0,'198.18.250.24',1668195238,'LOG_ADMIN_AUTH_FAIL',''),
(8,0,2,0,0,0,0,'198.18.204.80',1668338834,'LOG_ADMIN_AUTH_SUCCESS',''),
(9,1,1022,5,478,0,0,'198.18.221.47',1668352761,'LOG_POST_EDITED','a:2:{i:0;s:20:\"Feedback (topic 478)\";i:1;s:7:\"st0n370\";}'),
(10,3,1022,0,0,0,395,'198.19.87.33',1668402102,'LOG_USER_ACTIVE','a:1:{i:0;s:12:\"vanderrider9\";}'),
(11,0,1454,0,0,0,0,'198.18.250.24',1668808705,'LOG_ADMIN_AUTH_SUCCESS',''),
(12,3,1022,0,0,0,2440,'198.19.87.33',1669002903,'LOG_BAN_USER','a:1:{i:0;s:20:\"pieter.vandeheide638\";}'),
(13,3,2,0,0,0,312,'198.18.204.80',1669140747,'LOG_USER_ACTIVE','a:1:{i:0;s:16:\"sanne.normose968\";}'),
(14,1,1454,7,1204,0,0,'198.18.250.24',1669220988,'LOG_DELETE_POST','a:2:{i:0;s:20:\"Renewal (topic 1204)\";i:1;s:12:\"hunter_happy\";}'),
(15,1,1022,3,240,0,0,'198.18.221.47',1669283736,'LOG_LOCK','a:2:{i:0;s:23:\"Help needed (topic 240)\";i:1;s:12:\"WhiteNight86\";}'),
(16,1,1022,5,862,0,0,'198.19.87.33',1669308489,'LOG_LOCK','a:2:{i:0;s:26:\"Log-in problem (topic 862)\";i:1;s:11:\"bpervill437\";}'),
(17,0,2,0,0,0,0,'198.18.204.80',1669341606,'LOG_ADMIN_AUTH_SUCCESS',''),
(18,1,1454,8,339,0,0,'198.18.250.24',1669347099,'LOG_LOCK','a:2:{i:0;s:21:\"Off topic (topic 339)\";i:1;s:9:\"jprieto81\";}'),
(19,0,1022,0,0,0,0,'198.19.87.33',1669428272,'LOG_ADMIN_AUTH_SUCCESS',''),
(20,1,1022,2,1169,0,0,'198.18.221.47',1669507185,'LOG_POST_EDITED','a:2:{i:0;s:22:\"Off topic (topic 1169)\";i:1;s:9:\"shad0w898\";}'),
(21,0,2,0,0,0,0,'198.18.204.80',1669591558,'LOG_ADMIN_AUTH_FAIL',''),
(22,3,1022,0,0,0,1531,'198.18.221.47',1669907379,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:8:\"dark_sun\";}'),
(23,3,2,0,0,0,1110,'198.18.204.80',1670059378,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:11:\"tiger_ghost\";}'),
(24,3,2,0,0,0,1152,'198.18.204.80',1670230046,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:10:\"rain_black\";}'),
(25,3,1022,0,0,0,1780,'198.19.87.33',1670312748,'LOG_USER_ACTIVE','a:1:{i:0;s:9:\"vbiloak34\";}'),
(26,3,1022,0,0,0,2083,'198.19.87.33',1670382501,'LOG_USER_ACTIVE','a:1:{i:0;s:7:\"swift75\";}'),
(27,0,2,0,0,0,0,'198.18.204.80',1670442604,'LOG_ADMIN_AUTH_FAIL',''),
(28,3,1022,0,0,0,2091,'198.19.87.33',1670545928,'LOG_BAN_USER','a:1:{i:0;s:8:\"fr0st196\";}'),
(29,1,2,4,271,0,0,'198.18.204.80',1670869697,'LOG_DELETE_POST','a:2:{i:0;s:33:\"Question about access (topic 271)\";i:1;s:8:\"ocean813\";}'),
(30,1,1022,4,215,0,0,'198.19.87.33',1670897578,'LOG_DELETE_POST','a:2:{i:0;s:28:\"Payment question (topic 215)\";i:1;s:11:\"jdevries627\";}'),
(31,3,2,0,0,0,1339,'198.18.204.80',1671015857,'LOG_USER_ACTIVE','a:1:{i:0;s:18:\"dancer_stone621595\";}'),
(32,3,1022,0,0,0,1868,'198.18.221.47',1671098386,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:7:\"w0lf153\";}'),
(33,0,2,0,0,0,0,'198.18.204.80',1671199387,'LOG_ADMIN_AUTH_SUCCESS',''),
(34,3,1454,0,0,0,1084,'198.18.250.24',1671245874,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:18:\"black_runner600664\";}'),
(35,3,1454,0,0,0,1982,'198.18.250.24',1671868655,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:12:\"hunter_river\";}'),
(36,3,1022,0,0,0,1918,'198.19.87.33',1672002640,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:20:\"bjorn.johannessen952\";}'),
(37,3,1022,0,0,0,1323,'198.18.221.47',1672122266,'LOG_BAN_USER','a:1:{i:0;s:9:\"valholm6_\";}'),
(38,1,1022,3,576,0,0,'198.18.221.47',1672311698,'LOG_POST_EDITED','a:2:{i:0;s:25:\"General topic (topic 576)\";i:1;s:15:\"matthias.muller\";}'),
(39,0,1022,0,0,0,0,'198.18.221.47',1672424725,'LOG_ADMIN_AUTH_FAIL',''),
(40,1,2,2,1169,0,0,'198.18.204.80',1672522909,'LOG_DELETE_POST','a:2:{i:0;s:22:\"Off topic (topic 1169)\";i:1;s:13:\"hansenfalcon5\";}'),
(41,3,2,0,0,0,350,'198.18.204.80',1672534717,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:11:\"BlackFire16\";}'),
(42,0,1454,0,0,0,0,'198.18.250.24',1672587404,'LOG_ADMIN_AUTH_SUCCESS',''),
(43,0,1022,0,0,0,0,'198.18.221.47',1673034046,'LOG_ADMIN_AUTH_SUCCESS',''),
(44,3,2,0,0,0,757,'198.18.204.80',1673078773,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:8:\"0c3an394\";}'),
(45,3,2,0,0,0,1893,'198.18.204.80',1673182437,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:9:\"RiderRed1\";}'),
(46,0,1454,0,0,0,0,'198.19.230.146',1673292072,'LOG_ADMIN_AUTH_SUCCESS',''),
(47,1,1022,4,175,0,0,'198.18.221.47',1673310534,'LOG_LOCK','a:2:{i:0;s:28:\"Payment question (topic 175)\";i:1;s:8:\"ghost246\";}'),
(48,0,1022,0,0,0,0,'198.18.221.47',1673380248,'LOG_ADMIN_AUTH_FAIL',''),
(49,3,1022,0,0,0,1954,'198.19.87.33',1673407993,'LOG_USER_ACTIVE','a:1:{i:0;s:11:\"vshevche858\";}'),
(50,3,2,0,0,0,1656,'198.18.204.80',1673583277,'LOG_BAN_USER','a:1:{i:0;s:12:\"DancerMoon83\";}'),
(51,1,1454,7,676,0,0,'198.18.250.24',1673595546,'LOG_DELETE_POST','a:2:{i:0;s:25:\"General topic (topic 676)\";i:1;s:12:\"joker_hunter\";}'),
(52,3,1454,0,0,0,1256,'198.18.250.24',1673645906,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:13:\"pablo.alvarez\";}'),
(53,3,1454,0,0,0,2381,'198.19.230.146',1673665164,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:9:\"snow_dark\";}'),
(54,0,2,0,0,0,0,'198.18.188.198',1673928803,'LOG_ADMIN_AUTH_FAIL',''),
(55,1,2,3,1344,0,0,'198.18.188.198',1673937341,'LOG_DELETE_POST','a:2:{i:0;s:20:\"Renewal (topic 1344)\";i:1;s:7:\"h4ppy86\";}'),
(56,0,1022,0,0,0,0,'198.18.221.47',1674062972,'LOG_ADMIN_AUTH_FAIL',''),
(57,1,1454,5,974,0,0,'198.18.250.24',1674104986,'LOG_LOCK','a:2:{i:0;s:19:\"Renewal (topic 974)\";i:1;s:12:\"moon_star755\";}'),
(58,1,2,2,41,0,0,'198.18.204.80',1674126236,'LOG_DELETE_POST','a:2:{i:0;s:32:\"Question about access (topic 41)\";i:1;s:10:\"northwred7\";}'),
(59,1,2,7,324,0,0,'198.18.204.80',1674138325,'LOG_POST_EDITED','a:2:{i:0;s:19:\"Renewal (topic 324)\";i:1;s:8:\"iron386x\";}'),
(60,1,2,7,524,0,0,'198.18.204.80',1674153896,'LOG_LOCK','a:2:{i:0;s:19:\"Renewal (topic 524)\";i:1;s:11:\"RavenIron62\";}'),
(61,0,1022,0,0,0,0,'198.19.87.33',1674159296,'LOG_ADMIN_AUTH_FAIL',''),
(62,3,1022,0,0,0,246,'198.18.221.47',1674206798,'LOG_BAN_USER','a:1:{i:0;s:16:\"thomas.muller673\";}'),
(63,3,2,0,0,0,2036,'198.18.204.80',1674336151,'LOG_BAN_USER','a:1:{i:0;s:12:\"ninja_dancer\";}'),
(64,1,1022,7,1052,0,0,'198.19.87.33',1674440432,'LOG_POST_EDITED','a:2:{i:0;s:27:\"Log-in problem (topic 1052)\";i:1;s:8:\"pirate36\";}'),
(65,0,1022,0,0,0,0,'198.18.221.47',1674468702,'LOG_ADMIN_AUTH_FAIL',''),
(66,3,1454,0,0,0,622,'198.19.230.146',1674754666,'LOG_BAN_USER','a:1:{i:0;s:15:\"oscar.canonunez\";}'),
(67,3,1022,0,0,0,280,'198.18.221.47',1675022347,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:15:\"miguel.nunes906\";}'),
(68,3,1454,0,0,0,1378,'198.18.250.24',1675281018,'LOG_USER_DEL_AVATAR','a:1:{i:0;s:16:\"iron_lucky592875\";}'),
(69,3,1454,0,0,0,1826,'198.18.250.24',1675322283,'LOG_USER_ACTIVE','a:1:{i:0;s:14:\"raven_frost836\";}'),
(70,1,1454,6,725,0,0,'198.18.250.24',1675331767,'LOG_DELETE_POST','a:2:{i:0;s:28:\"Payment question (topic 725)\";i:1;s:8:\"night397\";}'),
(98,3,227,0,0,0,227,'198.18.221.117',1678662345,'LOG_USER_UPDATE_EMAIL','a:3:{i:0;s:15:\"frederik.larsen\";i:1;s:23:\"larsen.f77@post.example\";i:2;s:27:\"frederik1981@isp-dk.example\";}'),
(105,3,359,0,0,0,359,'198.18.5.78',1679341265,'LOG_USER_UPDATE_EMAIL','a:3:{i:0;s:7:\"princ31\";i:1;s:26:\"samir.bennani@mail.example\";i:2;s:28:\"samir.bennani23@mail.example\";}'),
(110,3,361,0,0,0,361,'198.19.103.92',1680147103,'LOG_USER_UPDATE_EMAIL','a:3:{i:0;s:9:\"hidden369\";i:1;s:27:\"kemal.karatas@inbox.example\";i:2;s:24:\"karatas.k23@mail.example\";}');
/*!40000 ALTER TABLE `phpbb_log` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_login_attempts`
--

DROP TABLE IF EXISTS `phpbb_login_attempts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_login_attempts` (
  `attempt_ip` varchar(40) NOT NULL DEFAULT '',
  `attempt_browser` varchar(150) NOT NULL DEFAULT '',
  `attempt_forwarded_for` varchar(255) NOT NULL DEFAULT '',
  `attempt_time` int(11) unsigned NOT NULL DEFAULT 0,
  `user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `username` varchar(255) NOT NULL DEFAULT '0',
  `username_clean` varchar(255) NOT NULL DEFAULT '0',
  KEY `att_ip` (`attempt_ip`,`attempt_time`),
  KEY `att_for` (`attempt_forwarded_for`,`attempt_time`),
  KEY `att_time` (`attempt_time`),
  KEY `user_id` (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_login_attempts`
--

LOCK TABLES `phpbb_login_attempts` WRITE;
/*!40000 ALTER TABLE `phpbb_login_attempts` DISABLE KEYS */;
INSERT INTO `phpbb_login_attempts` VALUES
('198.19.120.113','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36','',1669963716,90,'thewoodfstone','thewoodfstone'),
('198.18.195.38','Mozilla/5.0 (X11; Linux x86_64; rv:117.0) Gecko/20100101 Firefox/117.0','',1674384992,0,'quiеt-аntоniо1','quiеt-аntоniо1'),
('198.18.195.38','Mozilla/5.0 (X11; Linux x86_64; rv:117.0) Gecko/20100101 Firefox/117.0','',1674384999,0,'quiеt-аntоniоx','quiеt-аntоniоx'),
('2001:db8:1200:206:1fe5:caf1:5e42:89ef','Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0','',1675016619,135,'FELIX.ROTHMANN5','felix.rothmann5'),
('198.18.5.78','Mozilla/5.0 (Windows NT 10.0; rv:109.0) Gecko/20100101 Firefox/115.0','',1675250000,232,'fire_falcon','fire_falcon'),
('198.18.5.78','Mozilla/5.0 (Windows NT 10.0; rv:109.0) Gecko/20100101 Firefox/115.0','',1675250008,232,'fire_falcon','fire_falcon'),
('2001:db8:2000:197:60e3:7e12:36b7:2ee3','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36','',1676073224,163,'christopher.hartby','christopher.hartby'),
('198.19.66.98','Mozilla/5.0 (Windows NT 10.0; rv:109.0) Gecko/20100101 Firefox/115.0','',1677787743,62,'herve84','herve84');
/*!40000 ALTER TABLE `phpbb_login_attempts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_posts`
--

DROP TABLE IF EXISTS `phpbb_posts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_posts` (
  `post_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `topic_id` int(10) unsigned NOT NULL DEFAULT 0,
  `forum_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `poster_id` int(10) unsigned NOT NULL DEFAULT 0,
  `icon_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `poster_ip` varchar(40) NOT NULL DEFAULT '',
  `post_time` int(11) unsigned NOT NULL DEFAULT 0,
  `post_reported` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `enable_bbcode` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `enable_smilies` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `enable_magic_url` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `enable_sig` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `post_username` varchar(255) NOT NULL DEFAULT '',
  `post_subject` varchar(255) CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci NOT NULL DEFAULT '',
  `post_text` mediumtext NOT NULL,
  `post_checksum` varchar(32) NOT NULL DEFAULT '',
  `post_attachment` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `bbcode_bitfield` varchar(255) NOT NULL DEFAULT '',
  `bbcode_uid` varchar(8) NOT NULL DEFAULT '',
  `post_postcount` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `post_edit_time` int(11) unsigned NOT NULL DEFAULT 0,
  `post_edit_reason` varchar(255) NOT NULL DEFAULT '',
  `post_edit_user` int(10) unsigned NOT NULL DEFAULT 0,
  `post_edit_count` smallint(4) unsigned NOT NULL DEFAULT 0,
  `post_edit_locked` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `post_visibility` tinyint(3) NOT NULL DEFAULT 0,
  `post_delete_time` int(11) unsigned NOT NULL DEFAULT 0,
  `post_delete_reason` varchar(255) NOT NULL DEFAULT '',
  `post_delete_user` int(10) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`post_id`),
  KEY `forum_id` (`forum_id`),
  KEY `topic_id` (`topic_id`),
  KEY `poster_ip` (`poster_ip`),
  KEY `poster_id` (`poster_id`),
  KEY `tid_post_time` (`topic_id`,`post_time`),
  KEY `post_username` (`post_username`),
  KEY `post_visibility` (`post_visibility`)
) ENGINE=InnoDB AUTO_INCREMENT=14259 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_posts`
--

LOCK TABLES `phpbb_posts` WRITE;
/*!40000 ALTER TABLE `phpbb_posts` DISABLE KEYS */;
INSERT INTO `phpbb_posts` VALUES
(1,1,2,73,0,'198.19.195.201',1669026911,0,1,1,1,1,'','Question about access (topic 1)','<t>post body withheld (ref 1)</t>','9aacae5860cc1a0ff475c9ce5bb1710f',0,'','',1,1669027411,'',73,1,0,1,0,'',0),
(2,1,2,96,0,'198.18.153.181',1669501194,0,1,1,1,1,'','Re: Question about access (topic 1)','<t>text removed before export (ref 2)</t>','b95af0369102bf9a0758ac930a115c14',0,'','',1,0,'',0,0,0,1,0,'',0),
(3,1,2,65,0,'198.18.191.176',1669588538,0,1,1,1,1,'','Re: Question about access (topic 1)','<t>placeholder sentence (ref 3)</t>','a9ac47acdeccef89d279ab7b8cf1fa1d',0,'','',1,0,'',0,0,0,1,0,'',0),
(4,1,2,65,0,'198.18.191.176',1669589517,0,1,1,1,1,'','Re: Question about access (topic 1)','<t>body not part of this data set (ref 4)</t>','c27c922fc2ab51f0816371ea1f4ed9e9',0,'','',1,0,'',0,0,0,1,0,'',0),
(5,1,2,96,0,'198.18.153.181',1669652461,0,1,1,1,1,'','Re: Question about access (topic 1)','<t>neutral text (ref 5)</t>','85185343b963468141a599937c8e92d6',0,'','',1,0,'',0,0,0,1,0,'',0),
(6,1,2,89,0,'198.19.194.21',1669899767,0,1,1,1,1,'','Re: Question about access (topic 1)','<t>content withheld by the examiner (ref 6)</t>','6a2337a9af7422164b0dc6522a1ce3b4',0,'','',1,0,'',0,0,0,1,0,'',0),
(7,1,2,92,0,'198.18.188.198',1669915393,0,1,1,1,1,'','Re: Question about access (topic 1)','<t>quoted text withheld (ref 7)</t>','4d639b55a635c989f8b1fe71e04beb12',0,'','',1,0,'',0,0,0,1,0,'',0),
(8,1,2,72,0,'198.19.194.21',1669941514,0,1,1,1,1,'','Re: Question about access (topic 1)','<t>short reply withheld (ref 8)</t>','e56c3ccbde1845be9e18b563e3ae0270',0,'','',1,0,'',0,0,0,1,0,'',0),
(9,2,9,90,0,'198.19.120.113',1669965010,0,1,1,1,1,'','Log-in problem (topic 2)','<t>post body withheld (ref 9)</t>','42d17782691a02f411a452e483ed2be7',0,'','',1,0,'',0,0,0,1,0,'',0),
(10,1,2,89,0,'198.19.194.21',1670369649,0,1,1,1,1,'','Re: Question about access (topic 1)','<t>text removed before export (ref 10)</t>','2cf3db8fd26ac49b47c787afdc933371',0,'','',1,0,'',0,0,0,1,0,'',0);
INSERT INTO `phpbb_posts` VALUES
(5283,405,6,270,0,'2001:db8:500:612:eaef:7a73:d3b:713d',1716253020,0,1,1,1,1,'','Re: Payment question (topic 405)','<t>quoted text withheld (ref 5283)</t>','2f7174a762361aab87bc70f7faf9d5bd',0,'','',1,0,'',0,0,0,1,0,'',0),
(5284,492,7,2002,0,'198.18.113.68',1716258157,0,1,1,1,1,'','Re: Log-in problem (topic 492)','<t>short reply withheld (ref 5284)</t>','1a2097fe485b7a7541a7192e71e0f4e6',0,'','',1,0,'',0,0,0,1,0,'',0),
(5285,407,4,1306,0,'198.18.234.239',1716258960,0,1,1,1,1,'','Re: Notice (topic 407)','<t>post body withheld (ref 5285)</t>','f402cd88292614ea483565f7006e76a5',0,'','',1,0,'',0,0,0,1,0,'',0),
(5286,495,4,2002,0,'198.18.133.15',1716260604,0,1,1,1,1,'','Payment question (topic 495)','<t>text removed before export (ref 5286)</t>','965d4b3afb0caec27764a81ac44a45dc',0,'','',1,0,'',0,0,0,1,0,'',0),
(5287,452,7,2003,0,'198.18.191.139',1716260628,0,1,1,1,1,'','Re: Log-in problem (topic 452)','<t>placeholder sentence (ref 5287)</t>','eea71e29a1b220c756a8cd25922a7b08',0,'','',1,0,'',0,0,0,1,0,'',0),
(5288,495,4,2042,0,'198.19.120.113',1716261764,0,1,1,1,1,'','Re: Payment question (topic 495)','<t>body not part of this data set (ref 5288)</t>','954f1855f7860e8e2d2bf95882f33d6b',0,'','',1,0,'',0,0,0,1,0,'',0),
(5289,313,2,1549,0,'2001:db8:1800:47b:ef85:a837:b5ba:585f',1716263652,0,1,1,1,1,'','Re: Welcome (topic 313)','<t>neutral text (ref 5289)</t>','5870d0a94b599c575656a250c1ac9dd3',0,'','',1,0,'',0,0,0,1,0,'',0),
(5290,485,6,1975,0,'198.19.152.52',1716263784,0,1,1,1,1,'','Re: Payment question (topic 485)','<t>content withheld by the examiner (ref 5290)</t>','7789311f61b773abc184f746eb65d0ee',0,'','',1,0,'',0,0,0,1,0,'',0),
(5291,487,4,959,0,'198.18.253.187',1716264964,0,1,1,1,1,'','Re: Notice (topic 487)','<t>quoted text withheld (ref 5291)</t>','273efa5d9f36c41a95f02caa60d24387',0,'','',1,0,'',0,0,0,1,0,'',0),
(5292,494,5,1346,0,'198.19.120.34',1716267433,0,1,1,1,1,'','Re: Renewal (topic 494)','<t>short reply withheld (ref 5292)</t>','33a941d934dea0a227441757a6ce938d',0,'','',1,0,'',0,0,0,1,0,'',0);
INSERT INTO `phpbb_posts` VALUES
(10554,920,3,1852,0,'198.19.223.113',1727199099,0,1,1,1,1,'','Re: Help needed (topic 920)','<t>neutral text (ref 10554)</t>','dc9805757c6bb02fde0a77b3f46b9fa3',0,'','',1,0,'',0,0,0,1,0,'',0),
(10555,960,3,2413,0,'198.18.188.198',1727200345,0,1,1,1,1,'','Re: Help needed (topic 960)','<t>content withheld by the examiner (ref 10555)</t>','73d2de15f80ac74cad01e46e3be2d501',0,'','',1,0,'',0,0,0,1,0,'',0),
(10556,661,6,1680,0,'198.19.15.176',1727201622,0,1,1,1,1,'','Re: Question about access (topic 661)','<t>quoted text withheld (ref 10556)</t>','9ce7926d4ee85eb7d44aba353275a0cb',0,'','',1,0,'',0,0,0,1,0,'',0),
(10557,988,7,465,0,'198.18.181.47',1727202124,0,1,1,1,1,'','Re: Feedback (topic 988)','<t>short reply withheld (ref 10557)</t>','8667f79f6d31b8b0a4467127f7639418',0,'','',1,0,'',0,0,0,1,0,'',0),
(10558,980,7,2338,0,'198.19.103.92',1727203146,0,1,1,1,1,'','Re: Help needed (topic 980)','<t>post body withheld (ref 10558)</t>','5114b48697ef2ceb77bb6d9e91527cf7',0,'','',1,0,'',0,0,0,1,0,'',0),
(10559,972,7,2413,0,'198.18.188.198',1727205311,0,1,1,1,1,'','Re: Log-in problem (topic 972)','<t>text removed before export (ref 10559)</t>','75ad618e5386eb1bc89b60435357d20f',0,'','',1,0,'',0,0,0,1,0,'',0),
(10561,958,5,2418,0,'198.18.68.129',1727205412,0,1,1,1,1,'','Re: Feedback (topic 958)','<t>placeholder sentence (ref 10561)</t>','9471b27edbd765d69d1fdd63e7d40feb',0,'','',1,0,'',0,0,0,1,0,'',0),
(10562,992,3,1553,0,'198.19.104.81',1727209776,0,1,1,1,1,'','Log-in problem (topic 992)','<t>body not part of this data set (ref 10562)</t>','c53b4fe7f0e2aa9fb760175c27017ecb',0,'','',1,0,'',0,0,0,1,0,'',0),
(10563,937,2,2220,0,'198.19.203.138',1727210128,0,1,1,1,1,'','Re: Notice (topic 937)','<t>neutral text (ref 10563)</t>','629d3a21a8f4377ffd4e8c4fc440a138',0,'','',1,0,'',0,0,0,1,0,'',0),
(10564,974,5,1715,0,'198.18.94.182',1727210588,0,1,1,1,1,'','Re: Renewal (topic 974)','<t>content withheld by the examiner (ref 10564)</t>','551d4b1019f85efb95c2a5b6419bbe26',0,'','',1,0,'',0,0,0,1,0,'',0);
/*!40000 ALTER TABLE `phpbb_posts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_privmsgs`
--

DROP TABLE IF EXISTS `phpbb_privmsgs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_privmsgs` (
  `msg_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `root_level` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `author_id` int(10) unsigned NOT NULL DEFAULT 0,
  `icon_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `author_ip` varchar(40) NOT NULL DEFAULT '',
  `message_time` int(11) unsigned NOT NULL DEFAULT 0,
  `enable_bbcode` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `enable_smilies` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `enable_magic_url` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `enable_sig` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `message_subject` varchar(255) NOT NULL DEFAULT '',
  `message_text` mediumtext NOT NULL,
  `message_edit_reason` varchar(255) NOT NULL DEFAULT '',
  `message_edit_user` int(10) unsigned NOT NULL DEFAULT 0,
  `message_attachment` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `bbcode_bitfield` varchar(255) NOT NULL DEFAULT '',
  `bbcode_uid` varchar(8) NOT NULL DEFAULT '',
  `message_edit_time` int(11) unsigned NOT NULL DEFAULT 0,
  `message_edit_count` smallint(4) unsigned NOT NULL DEFAULT 0,
  `to_address` text NOT NULL,
  `bcc_address` text NOT NULL,
  `message_reported` tinyint(1) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`msg_id`),
  KEY `author_ip` (`author_ip`),
  KEY `message_time` (`message_time`),
  KEY `author_id` (`author_id`),
  KEY `root_level` (`root_level`)
) ENGINE=InnoDB AUTO_INCREMENT=1266 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_privmsgs`
--

LOCK TABLES `phpbb_privmsgs` WRITE;
/*!40000 ALTER TABLE `phpbb_privmsgs` DISABLE KEYS */;
INSERT INTO `phpbb_privmsgs` VALUES
(1,0,229,0,'198.19.222.199',1678099344,1,1,1,1,'Message 1','<t>message body withheld</t>','',0,0,'','',0,0,'u_123','',0),
(2,0,58,0,'198.18.5.78',1678481286,1,1,1,1,'Message 2','<t>message body withheld</t>','',0,0,'','',0,0,'u_154','',0),
(3,0,402,0,'198.19.8.30',1681709386,1,1,1,1,'Message 3','<t>message body withheld</t>','',0,0,'','',0,0,'u_376','',0),
(4,0,295,0,'198.18.112.229',1685240966,1,1,1,1,'Message 4','<t>message body withheld</t>','',0,0,'','',0,0,'u_289','',0),
(5,0,430,0,'198.18.5.78',1685513497,1,1,1,1,'Message 5','<t>Question about order 841: access is not active yet, please check.</t>','',0,0,'','',0,0,'u_2','',0),
(6,0,662,0,'198.18.188.198',1686975608,1,1,1,1,'Message 6','<t>message body withheld</t>','',0,0,'','',0,0,'u_274','',0),
(7,0,585,0,'198.18.5.78',1687752209,1,1,1,1,'Message 7','<t>message body withheld</t>','',0,0,'','',0,0,'u_598','',0),
(8,0,531,0,'198.18.5.78',1688171904,1,1,1,1,'Message 8','<t>message body withheld</t>','',0,0,'','',0,0,'u_236','',0);
/*!40000 ALTER TABLE `phpbb_privmsgs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_privmsgs_to`
--

DROP TABLE IF EXISTS `phpbb_privmsgs_to`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_privmsgs_to` (
  `msg_id` int(10) unsigned NOT NULL DEFAULT 0,
  `user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `author_id` int(10) unsigned NOT NULL DEFAULT 0,
  `pm_deleted` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `pm_new` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `pm_unread` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `pm_replied` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `pm_marked` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `pm_forwarded` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `folder_id` int(11) NOT NULL DEFAULT 0,
  KEY `msg_id` (`msg_id`),
  KEY `author_id` (`author_id`),
  KEY `usr_flder_id` (`user_id`,`folder_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_privmsgs_to`
--

LOCK TABLES `phpbb_privmsgs_to` WRITE;
/*!40000 ALTER TABLE `phpbb_privmsgs_to` DISABLE KEYS */;
INSERT INTO `phpbb_privmsgs_to` VALUES
(1,123,229,0,0,0,0,0,0,0),
(1,229,229,0,0,0,0,0,0,-1),
(2,154,58,0,0,0,0,0,0,0),
(2,58,58,0,0,0,0,0,0,-1),
(3,376,402,0,0,0,0,0,0,0),
(4,289,295,0,0,1,0,0,0,0),
(4,295,295,0,0,0,0,0,0,-1),
(5,2,430,0,0,0,0,0,0,0);
/*!40000 ALTER TABLE `phpbb_privmsgs_to` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_profile_fields_data`
--

DROP TABLE IF EXISTS `phpbb_profile_fields_data`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_profile_fields_data` (
  `user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `pf_phpbb_interests` mediumtext NOT NULL,
  `pf_phpbb_occupation` mediumtext NOT NULL,
  `pf_phpbb_location` varchar(255) NOT NULL DEFAULT '',
  `pf_phpbb_website` varchar(255) NOT NULL DEFAULT '',
  `pf_phpbb_icq` varchar(255) NOT NULL DEFAULT '',
  `pf_phpbb_skype` varchar(255) NOT NULL DEFAULT '',
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_profile_fields_data`
--

LOCK TABLES `phpbb_profile_fields_data` WRITE;
/*!40000 ALTER TABLE `phpbb_profile_fields_data` DISABLE KEYS */;
INSERT INTO `phpbb_profile_fields_data` VALUES
(56,'','','','','',''),
(60,'','','','https://page60.example/','',''),
(64,'','','Uppsala','','',''),
(68,'','','','','',''),
(72,'','','','','',''),
(80,'','','Poznań','https://page80.example/','',''),
(88,'','','','','',''),
(92,'','','','','','');
/*!40000 ALTER TABLE `phpbb_profile_fields_data` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_sessions`
--

DROP TABLE IF EXISTS `phpbb_sessions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_sessions` (
  `session_id` char(32) NOT NULL DEFAULT '',
  `session_user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `session_last_visit` int(11) unsigned NOT NULL DEFAULT 0,
  `session_start` int(11) unsigned NOT NULL DEFAULT 0,
  `session_time` int(11) unsigned NOT NULL DEFAULT 0,
  `session_ip` varchar(40) NOT NULL DEFAULT '',
  `session_browser` varchar(150) NOT NULL DEFAULT '',
  `session_forwarded_for` varchar(255) NOT NULL DEFAULT '',
  `session_page` varchar(255) NOT NULL DEFAULT '',
  `session_viewonline` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `session_autologin` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `session_admin` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `session_forum_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`session_id`),
  KEY `session_time` (`session_time`),
  KEY `session_user_id` (`session_user_id`),
  KEY `session_fid` (`session_forum_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_sessions`
--

LOCK TABLES `phpbb_sessions` WRITE;
/*!40000 ALTER TABLE `phpbb_sessions` DISABLE KEYS */;
INSERT INTO `phpbb_sessions` VALUES
('002fd63cd139d58f9bc54f0786cfc424',1747,1729529804,1729616204,1729617104,'198.18.30.105','Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:126.0) Gecko/20100101 Firefox/126.0','','viewtopic.php?t=1217',1,1,0,0),
('004b45c666b162d7065b3fc8d89c71bd',2267,1730919773,1731006173,1731007073,'198.19.231.226','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36','','viewtopic.php?t=559',1,1,0,0),
('01bf90a155eafa9e1e3f95d65be9b356',1,0,1731384916,1731384960,'198.19.216.68','Mozilla/5.0 (compatible; ExampleBot/2.1; +http://crawler.example/bot.html)','','index.php',1,0,0,0),
('028ec0149702adbfb8396d33b6aed67c',2629,1730214634,1730301034,1730301934,'198.18.210.210','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36','','viewtopic.php?t=202',1,1,0,0),
('02ae4ac5ef2b71f08a4a1fc249c956e9',2699,1731284423,1731370823,1731371723,'2001:db8:1700:de:5527:49d7:529b:70ab','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/117.0.0.0 Safari/537.36','','viewtopic.php?t=735',1,0,0,0),
('02b75bb4b5fa7e2c4374b226faed6a6a',462,1730508213,1730594613,1730595513,'198.19.230.146','Mozilla/5.0 (Android 13; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0','','viewtopic.php?t=351',1,0,0,0),
('02e708bd2313636459cf74e77add2d7a',2642,1729513072,1729599472,1729600372,'198.18.188.198','Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36','','viewtopic.php?t=1211',1,1,0,0),
('02ed6c41e3215194959e7aace5f3f1f7',1,0,1731385892,1731385920,'198.19.65.195','Mozilla/5.0 (compatible; ExampleBot/2.1; +http://crawler.example/bot.html)','','index.php',1,0,0,0);
/*!40000 ALTER TABLE `phpbb_sessions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_sessions_keys`
--

DROP TABLE IF EXISTS `phpbb_sessions_keys`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_sessions_keys` (
  `key_id` char(32) NOT NULL DEFAULT '',
  `user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `last_ip` varchar(40) NOT NULL DEFAULT '',
  `last_login` int(11) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`key_id`,`user_id`),
  KEY `last_login` (`last_login`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_sessions_keys`
--

LOCK TABLES `phpbb_sessions_keys` WRITE;
/*!40000 ALTER TABLE `phpbb_sessions_keys` DISABLE KEYS */;
INSERT INTO `phpbb_sessions_keys` VALUES
('00816b609c1db20222decc312b5fcadb',1935,'198.19.166.122',1728898503),
('0186217f7e00afc97f7055d9ff2a7f7b',1870,'198.19.244.253',1727529054),
('01f0d88cbc8d188af50244d8bb9c5456',2139,'198.19.120.113',1723064310),
('027607c31a2774300dc836b95983f78b',1453,'198.19.194.21',1717903275),
('02a0afaa44d62c60622e84b0d0be3e8a',1571,'198.18.131.17',1729971695),
('032beb962401965ca7db35880260d007',364,'198.19.179.223',1730080919),
('032c221671b66a87df226f3b5a28c260',1750,'198.18.189.154',1724189397),
('04483ab5ca703bb632f657a091f9ce2c',1977,'198.18.188.198',1729998874);
/*!40000 ALTER TABLE `phpbb_sessions_keys` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_topics`
--

DROP TABLE IF EXISTS `phpbb_topics`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_topics` (
  `topic_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `forum_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `icon_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `topic_attachment` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `topic_reported` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `topic_title` varchar(255) CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci NOT NULL DEFAULT '',
  `topic_poster` int(10) unsigned NOT NULL DEFAULT 0,
  `topic_time` int(11) unsigned NOT NULL DEFAULT 0,
  `topic_time_limit` int(11) unsigned NOT NULL DEFAULT 0,
  `topic_views` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `topic_status` tinyint(3) NOT NULL DEFAULT 0,
  `topic_type` tinyint(3) NOT NULL DEFAULT 0,
  `topic_first_post_id` int(10) unsigned NOT NULL DEFAULT 0,
  `topic_first_poster_name` varchar(255) CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci NOT NULL DEFAULT '',
  `topic_first_poster_colour` varchar(6) NOT NULL DEFAULT '',
  `topic_last_post_id` int(10) unsigned NOT NULL DEFAULT 0,
  `topic_last_poster_id` int(10) unsigned NOT NULL DEFAULT 0,
  `topic_last_poster_name` varchar(255) NOT NULL DEFAULT '',
  `topic_last_poster_colour` varchar(6) NOT NULL DEFAULT '',
  `topic_last_post_subject` varchar(255) NOT NULL DEFAULT '',
  `topic_last_post_time` int(11) unsigned NOT NULL DEFAULT 0,
  `topic_last_view_time` int(11) unsigned NOT NULL DEFAULT 0,
  `topic_moved_id` int(10) unsigned NOT NULL DEFAULT 0,
  `topic_bumped` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `topic_bumper` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `poll_title` varchar(255) NOT NULL DEFAULT '',
  `poll_start` int(11) unsigned NOT NULL DEFAULT 0,
  `poll_length` int(11) unsigned NOT NULL DEFAULT 0,
  `poll_max_options` tinyint(4) NOT NULL DEFAULT 1,
  `poll_last_vote` int(11) unsigned NOT NULL DEFAULT 0,
  `poll_vote_change` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `topic_visibility` tinyint(3) NOT NULL DEFAULT 0,
  `topic_delete_time` int(11) unsigned NOT NULL DEFAULT 0,
  `topic_delete_reason` varchar(255) NOT NULL DEFAULT '',
  `topic_delete_user` int(10) unsigned NOT NULL DEFAULT 0,
  `topic_posts_approved` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `topic_posts_unapproved` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `topic_posts_softdeleted` mediumint(8) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`topic_id`),
  KEY `forum_id` (`forum_id`),
  KEY `forum_id_type` (`forum_id`,`topic_type`),
  KEY `last_post_time` (`topic_last_post_time`),
  KEY `fid_time_moved` (`forum_id`,`topic_last_post_time`,`topic_moved_id`),
  KEY `topic_visibility` (`topic_visibility`),
  KEY `forum_vis_last` (`forum_id`,`topic_visibility`,`topic_last_post_id`),
  KEY `latest_topics` (`forum_id`,`topic_last_post_time`,`topic_last_post_id`,`topic_moved_id`)
) ENGINE=InnoDB AUTO_INCREMENT=1382 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_topics`
--

LOCK TABLES `phpbb_topics` WRITE;
/*!40000 ALTER TABLE `phpbb_topics` DISABLE KEYS */;
INSERT INTO `phpbb_topics` VALUES
(1,2,0,0,0,'Question about access (topic 1)',73,1669026911,0,4356,0,0,1,'kniederh443','',3045,1442,'steven54','','Re: Question about access (topic 1)',1708836602,1708840202,0,0,0,'',0,0,1,0,0,1,0,'',0,484,0,0),
(2,9,0,0,0,'Log-in problem (topic 2)',90,1669965010,0,91,0,0,9,'thewoodfstone','',766,189,'garciasnow4','','Re: Log-in problem (topic 2)',1691905224,1691908824,0,0,0,'',0,0,1,0,0,1,0,'',0,10,0,0),
(3,8,0,0,0,'Welcome (topic 3)',195,1673722012,0,92,0,0,26,'rider_iron821','',1551,1150,'zuzanna.jaworczyk','','Re: Welcome (topic 3)',1699836313,1699839913,0,0,0,'',0,0,1,0,0,1,0,'',0,10,0,0),
(4,7,0,0,0,'Renewal (topic 4)',126,1674037487,0,120,0,0,28,'robert74','',1309,364,'callum71','','Re: Renewal (topic 4)',1697705054,1697708654,0,0,0,'',0,0,1,0,0,1,0,'',0,13,0,0),
(5,6,0,0,0,'Payment question (topic 5)',189,1674999200,0,85,0,0,37,'garciasnow4','',3297,1234,'moon920','','Re: Payment question (topic 5)',1709910528,1709914128,0,0,0,'',0,0,1,0,0,1,0,'',0,9,0,0),
(6,5,0,0,0,'General topic (topic 6)',270,1675630747,0,149,0,0,47,'bear_fire','',1868,1123,'sn0w491','','Re: General topic (topic 6)',1701838869,1701842469,0,0,0,'',0,0,1,0,0,1,0,'',0,16,0,0),
(7,4,0,0,0,'Notice (topic 7)',225,1676343598,0,51,0,0,64,'moon_wizard','',1461,311,'herve.robert481','','Re: Notice (topic 7)',1699126719,1699130319,0,0,0,'',0,0,1,0,0,1,0,'',0,5,0,0),
(8,3,0,0,0,'Feedback (topic 8)',132,1677785812,0,151,0,0,85,'erik82happy','',1333,911,'silver376','','Re: Feedback (topic 8)',1697950375,1697953975,0,0,0,'',0,0,1,0,0,1,0,'',0,16,0,0);
/*!40000 ALTER TABLE `phpbb_topics` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_user_group`
--

DROP TABLE IF EXISTS `phpbb_user_group`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_user_group` (
  `group_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `group_leader` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `user_pending` tinyint(1) unsigned NOT NULL DEFAULT 1,
  KEY `group_id` (`group_id`),
  KEY `user_id` (`user_id`),
  KEY `group_leader` (`group_leader`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_user_group`
--

LOCK TABLES `phpbb_user_group` WRITE;
/*!40000 ALTER TABLE `phpbb_user_group` DISABLE KEYS */;
INSERT INTO `phpbb_user_group` VALUES
(2,2,0,0),
(5,2,0,0),
(2,53,0,0),
(2,54,0,0),
(2,55,0,0),
(2,56,0,0),
(2,57,0,0),
(2,58,0,0);
/*!40000 ALTER TABLE `phpbb_user_group` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phpbb_users`
--

DROP TABLE IF EXISTS `phpbb_users`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `phpbb_users` (
  `user_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `user_type` tinyint(2) NOT NULL DEFAULT 0,
  `group_id` mediumint(8) unsigned NOT NULL DEFAULT 3,
  `user_permissions` mediumtext NOT NULL,
  `user_perm_from` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `user_ip` varchar(40) NOT NULL DEFAULT '',
  `user_regdate` int(11) unsigned NOT NULL DEFAULT 0,
  `username` varchar(255) NOT NULL DEFAULT '',
  `username_clean` varchar(255) NOT NULL DEFAULT '',
  `user_password` varchar(255) NOT NULL DEFAULT '',
  `user_passchg` int(11) unsigned NOT NULL DEFAULT 0,
  `user_email` varchar(100) NOT NULL DEFAULT '',
  `user_birthday` varchar(10) NOT NULL DEFAULT '',
  `user_lastvisit` int(11) unsigned NOT NULL DEFAULT 0,
  `user_lastmark` int(11) unsigned NOT NULL DEFAULT 0,
  `user_lastpost_time` int(11) unsigned NOT NULL DEFAULT 0,
  `user_lastpage` varchar(200) NOT NULL DEFAULT '',
  `user_last_confirm_key` varchar(10) NOT NULL DEFAULT '',
  `user_last_search` int(11) unsigned NOT NULL DEFAULT 0,
  `user_warnings` tinyint(4) NOT NULL DEFAULT 0,
  `user_last_warning` int(11) unsigned NOT NULL DEFAULT 0,
  `user_login_attempts` tinyint(4) NOT NULL DEFAULT 0,
  `user_inactive_reason` tinyint(2) NOT NULL DEFAULT 0,
  `user_inactive_time` int(11) unsigned NOT NULL DEFAULT 0,
  `user_posts` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `user_lang` varchar(30) NOT NULL DEFAULT '',
  `user_timezone` varchar(100) NOT NULL DEFAULT '',
  `user_dateformat` varchar(64) NOT NULL DEFAULT 'd M Y H:i',
  `user_style` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `user_rank` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `user_colour` varchar(6) NOT NULL DEFAULT '',
  `user_new_privmsg` int(4) NOT NULL DEFAULT 0,
  `user_unread_privmsg` int(4) NOT NULL DEFAULT 0,
  `user_last_privmsg` int(11) unsigned NOT NULL DEFAULT 0,
  `user_message_rules` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `user_full_folder` int(11) NOT NULL DEFAULT -3,
  `user_emailtime` int(11) unsigned NOT NULL DEFAULT 0,
  `user_topic_show_days` smallint(4) unsigned NOT NULL DEFAULT 0,
  `user_topic_sortby_type` varchar(1) NOT NULL DEFAULT 't',
  `user_topic_sortby_dir` varchar(1) NOT NULL DEFAULT 'd',
  `user_post_show_days` smallint(4) unsigned NOT NULL DEFAULT 0,
  `user_post_sortby_type` varchar(1) NOT NULL DEFAULT 't',
  `user_post_sortby_dir` varchar(1) NOT NULL DEFAULT 'a',
  `user_notify` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `user_notify_pm` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `user_notify_type` tinyint(4) NOT NULL DEFAULT 0,
  `user_allow_pm` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `user_allow_viewonline` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `user_allow_viewemail` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `user_allow_massemail` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `user_options` int(11) unsigned NOT NULL DEFAULT 230271,
  `user_avatar` varchar(255) NOT NULL DEFAULT '',
  `user_avatar_type` varchar(255) NOT NULL DEFAULT '',
  `user_avatar_width` smallint(4) unsigned NOT NULL DEFAULT 0,
  `user_avatar_height` smallint(4) unsigned NOT NULL DEFAULT 0,
  `user_sig` mediumtext NOT NULL,
  `user_sig_bbcode_uid` varchar(8) NOT NULL DEFAULT '',
  `user_sig_bbcode_bitfield` varchar(255) NOT NULL DEFAULT '',
  `user_jabber` varchar(255) NOT NULL DEFAULT '',
  `user_actkey` varchar(32) NOT NULL DEFAULT '',
  `reset_token` varchar(64) NOT NULL DEFAULT '',
  `reset_token_expiration` int(11) unsigned NOT NULL DEFAULT 0,
  `user_newpasswd` varchar(255) NOT NULL DEFAULT '',
  `user_form_salt` varchar(32) NOT NULL DEFAULT '',
  `user_new` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `user_reminded` tinyint(4) NOT NULL DEFAULT 0,
  `user_reminded_time` int(11) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`user_id`),
  UNIQUE KEY `username_clean` (`username_clean`),
  KEY `user_birthday` (`user_birthday`),
  KEY `user_type` (`user_type`),
  KEY `user_email` (`user_email`)
) ENGINE=InnoDB AUTO_INCREMENT=2747 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phpbb_users`
--

LOCK TABLES `phpbb_users` WRITE;
/*!40000 ALTER TABLE `phpbb_users` DISABLE KEYS */;
INSERT INTO `phpbb_users` VALUES
(1,2,1,'',0,'',1667001600,'Anonymous','anonymous','',1667001600,'','',0,0,0,'','',0,0,0,0,0,0,0,'en','','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','400c2ad2cbb2ae9f',0,0,0),
(2,3,5,'',0,'198.18.204.80',1667001600,'birkerider57','birkerider57','$argon2id$v=19$m=65536,t=4,p=2$Hf0lybdI7lJAXGjldhjjGZ$agXdBYM3kUiw5SEWsXVBKsodjQv8NeBf1VN8GnMc6ac',1667001600,'ASTRID.BIRKEDAL@ISP-DK.EXAMPLE','',1731283636,1731283636,1731283762,'','',0,0,0,0,0,0,14,'en','Europe/Copenhagen','d M Y H:i',1,0,'AA0000',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','9f6b38afc81588d5',0,0,0),
(3,2,6,'',0,'',1667001600,'AdsBot [Example]','adsbot [example]','',1667001600,'','',0,0,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'9E8DA7',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','4a7d1a75e240fa29',0,0,0),
(4,2,6,'',0,'',1667001600,'Crawler [Example]','crawler [example]','',1667001600,'','',0,0,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'9E8DA7',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','a44aeaae4cb24ceb',0,0,0),
(5,2,6,'',0,'',1667001600,'Feed [Example]','feed [example]','',1667001600,'','',0,0,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'9E8DA7',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','4ada14818b9f9dea',0,0,0),
(6,2,6,'',0,'',1667001600,'Index [Example]','index [example]','',1667001600,'','',0,0,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'9E8DA7',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','e515290eeefd02aa',0,0,0),
(7,2,6,'',0,'',1667001600,'Search [Example]','search [example]','',1667001600,'','',0,0,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'9E8DA7',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','f9f0bbda9df9fed5',0,0,0),
(8,2,6,'',0,'',1667001600,'Spider [Example]','spider [example]','',1667001600,'','',0,0,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'9E8DA7',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','070622f004a51de3',0,0,0);
INSERT INTO `phpbb_users` VALUES
(2736,0,7,'',0,'198.19.1.81',1730173253,'sun951','sun951','$argon2id$v=19$m=65536,t=4,p=2$Pqw6YMIcq5QEjBVoJdvCTG$sAErzfTfzYdg3xKEYK7eyjLe50YhhgomSGN1Rq9MOWf',1730173253,'p6435pdh@post.example','21- 1-1999',1730173253,1730173253,0,'','',0,0,0,0,0,0,0,'de','Europe/Berlin','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','b509092e65780a17',0,0,0),
(2737,0,2,'',0,'198.19.28.93',1730208255,'rain82','rain82','$argon2id$v=19$m=65536,t=4,p=2$dHrsRfHwIygfrBeDSqaA1Y$gNvD4HF4vm2GRzvfWek0PtINlyG2agtJYVDZzBgQDGI',1730208255,'efredriksson6@webmail.example','',1730208255,1730208255,1731365746,'','',0,0,0,0,0,0,28,'en','Europe/Berlin','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','acaa0ffc71fd66fc',0,0,0),
(2740,0,7,'',0,'198.18.143.150',1730255037,'schonmstar0','schonmstar0','$argon2id$v=19$m=65536,t=4,p=2$yi31iQlKdPbjpEQnueAb7A$Pf8MDgBOBDAT42jjFOfaHhXxem5hEQMoOjncNZQ6Emp',1730255037,'ngm7vmh2@throwaway.example','',1730255037,1730255037,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','87e99d277949590f',1,0,0),
(2741,1,7,'',0,'198.19.194.21',1730308421,'FalconHunter79','falconhunter79','$argon2id$v=19$m=65536,t=4,p=2$9Y5O0ao9nDY7e8h3lSzuem$ayrAoLfYebaT6D1MMfhhXwkrdZo79xVu4QbBKcSUH7F',1730308421,'whct38gx@isp-de.example','',1730308421,1730308421,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','41b39e2225610dae',0,0,0),
(2742,0,2,'',0,'198.19.11.196',1730378148,'mateiphoenix3','mateiphoenix3','$argon2id$v=19$m=65536,t=4,p=2$qtUTdR5fj8rtwsBxSBedCC$LCi9JF7paFGaW51rULaczy98OrYPu7OON4cEuDc7ItG',1730378148,'daniela196861@webmail.example','',1730378148,1730378148,1731386415,'','',0,0,0,0,0,0,16,'en','Europe/Berlin','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','ec5e78593879aa37',0,0,0),
(2743,0,7,'',0,'198.18.84.29',1730391405,'star_pilot','star_pilot','$argon2id$v=19$m=65536,t=4,p=2$eFJeDdOg3UcbY2ExqjdM5O$LVxKnAVbfRaNyULnOUuZF0qJ53dqiGU0Z9BLERCa9E5',1730391405,'anna.niedermann30@mail.example','',1730391405,1730391405,0,'','',0,0,0,0,0,0,0,'en','Europe/Berlin','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','99315a5ecc2f01d4',0,0,0),
(2744,0,2,'',0,'198.18.188.198',1730475441,'mohammed.hassan','mohammed.hassan','$argon2id$v=19$m=65536,t=4,p=2$ns90Lke6xoIxZz2cSKBUz5$YPsSlKOYRc55uJw6WbPDvflKzxsF8FIyGsAn8wJJVhA',1730475441,'mohammed200193@mail.example','',1731213371,1731213371,1731295154,'','',0,0,0,0,0,0,10,'da','Europe/Berlin','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','e68ac52d45532511',0,0,0),
(2745,0,2,'',0,'198.19.129.106',1730503397,'fox_silver664378','fox_silver664378','$argon2id$v=19$m=65536,t=4,p=2$Cu4rKph4kzk2uvVcqH3zkl$1Dav9PWpwjN4UqdUdNUMNwWsmNGNoxB8syLoxAYfUEH',1730503397,'kfjellrud35@mail.example',' 2-10-1995',1730503397,1730503397,1731323098,'','',0,0,0,0,0,0,10,'en','Europe/Berlin','d M Y H:i',1,0,'',0,0,0,0,-3,0,0,'t','d',0,'t','a',0,1,0,1,1,1,1,230271,'','',0,0,'','','','','','',0,'','52d32a2a5562791e',1,0,0);
/*!40000 ALTER TABLE `phpbb_users` ENABLE KEYS */;
UNLOCK TABLES;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
