/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: shop_db
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
-- Table structure for table `wp_commentmeta`
--

DROP TABLE IF EXISTS `wp_commentmeta`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_commentmeta` (
  `meta_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `comment_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` longtext DEFAULT NULL,
  PRIMARY KEY (`meta_id`),
  KEY `comment_id` (`comment_id`),
  KEY `meta_key` (`meta_key`(191))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_commentmeta`
--

LOCK TABLES `wp_commentmeta` WRITE;
/*!40000 ALTER TABLE `wp_commentmeta` DISABLE KEYS */;
/*!40000 ALTER TABLE `wp_commentmeta` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_comments`
--

DROP TABLE IF EXISTS `wp_comments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_comments` (
  `comment_ID` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `comment_post_ID` bigint(20) unsigned NOT NULL DEFAULT 0,
  `comment_author` tinytext NOT NULL,
  `comment_author_email` varchar(100) NOT NULL DEFAULT '',
  `comment_author_url` varchar(200) NOT NULL DEFAULT '',
  `comment_author_IP` varchar(100) NOT NULL DEFAULT '',
  `comment_date` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `comment_date_gmt` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `comment_content` text NOT NULL,
  `comment_karma` int(11) NOT NULL DEFAULT 0,
  `comment_approved` varchar(20) NOT NULL DEFAULT '1',
  `comment_agent` varchar(255) NOT NULL DEFAULT '',
  `comment_type` varchar(20) NOT NULL DEFAULT 'comment',
  `comment_parent` bigint(20) unsigned NOT NULL DEFAULT 0,
  `user_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`comment_ID`),
  KEY `comment_post_ID` (`comment_post_ID`),
  KEY `comment_approved_date_gmt` (`comment_approved`,`comment_date_gmt`),
  KEY `comment_date_gmt` (`comment_date_gmt`),
  KEY `comment_parent` (`comment_parent`),
  KEY `comment_author_email` (`comment_author_email`(10)),
  KEY `woo_idx_comment_type` (`comment_type`)
) ENGINE=InnoDB AUTO_INCREMENT=2468 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_comments`
--

LOCK TABLES `wp_comments` WRITE;
/*!40000 ALTER TABLE `wp_comments` DISABLE KEYS */;
INSERT INTO `wp_comments` VALUES
(1,245,'WooCommerce','woocommerce@shop.platform.example','','','2022-11-01 01:26:49','2022-11-01 00:26:49','Invoice Rdgbxy6fBGFiUqYLQoFA6N: settled.',0,'1','WooCommerce','order_note',0,0),
(2,246,'WooCommerce','woocommerce@shop.platform.example','','','2022-11-01 02:27:33','2022-11-01 01:27:33','Payment complete (charge ch_EclaRxS6lTWiLtHUhWixGgd6).',0,'1','WooCommerce','order_note',0,0),
(3,247,'WooCommerce','woocommerce@shop.platform.example','','','2022-11-01 03:24:43','2022-11-01 02:24:43','Payment complete (charge ch_8DW0sxzAub92AOPhjXMegAeH).',0,'1','WooCommerce','order_note',0,0),
(4,248,'WooCommerce','woocommerce@shop.platform.example','','','2022-11-01 04:25:14','2022-11-01 03:25:14','Unpaid order cancelled - time limit reached.',0,'1','WooCommerce','order_note',0,0),
(5,249,'WooCommerce','woocommerce@shop.platform.example','','','2022-11-01 05:19:34','2022-11-01 04:19:34','Payment complete (charge ch_sPD2fB1fl4vfJ5DyMgrojjTh).',0,'1','WooCommerce','order_note',0,0),
(6,253,'WooCommerce','woocommerce@shop.platform.example','','','2022-11-03 17:08:29','2022-11-03 16:08:29','Invoice uVfUpnTjuun3Q1huvVsDPh: settled.',0,'1','WooCommerce','order_note',0,0),
(7,254,'WooCommerce','woocommerce@shop.platform.example','','','2022-11-04 15:32:31','2022-11-04 14:32:31','Invoice yYm4JN6uxstooVhTaoASVM: settled.',0,'1','WooCommerce','order_note',0,0),
(8,255,'WooCommerce','woocommerce@shop.platform.example','','','2022-11-05 13:53:59','2022-11-05 12:53:59','Invoice 69Wo43p4munPa94om47hog: expired.',0,'1','WooCommerce','order_note',0,0);
/*!40000 ALTER TABLE `wp_comments` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_options`
--

DROP TABLE IF EXISTS `wp_options`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_options` (
  `option_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `option_name` varchar(191) NOT NULL DEFAULT '',
  `option_value` longtext NOT NULL,
  `autoload` varchar(20) NOT NULL DEFAULT 'yes',
  PRIMARY KEY (`option_id`),
  UNIQUE KEY `option_name` (`option_name`),
  KEY `autoload` (`autoload`)
) ENGINE=InnoDB AUTO_INCREMENT=18 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_options`
--

LOCK TABLES `wp_options` WRITE;
/*!40000 ALTER TABLE `wp_options` DISABLE KEYS */;
INSERT INTO `wp_options` VALUES
(1,'siteurl','https://shop.platform.example','yes'),
(2,'home','https://shop.platform.example','yes'),
(3,'blogname','Access shop','yes'),
(4,'admin_email','admin@shop.platform.example','yes'),
(5,'users_can_register','1','yes'),
(6,'timezone_string','Europe/Berlin','yes'),
(7,'gmt_offset','','yes'),
(8,'date_format','Y-m-d','yes');
/*!40000 ALTER TABLE `wp_options` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_postmeta`
--

DROP TABLE IF EXISTS `wp_postmeta`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_postmeta` (
  `meta_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `post_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` longtext DEFAULT NULL,
  PRIMARY KEY (`meta_id`),
  KEY `post_id` (`post_id`),
  KEY `meta_key` (`meta_key`(191))
) ENGINE=InnoDB AUTO_INCREMENT=21 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_postmeta`
--

LOCK TABLES `wp_postmeta` WRITE;
/*!40000 ALTER TABLE `wp_postmeta` DISABLE KEYS */;
INSERT INTO `wp_postmeta` VALUES
(1,101,'_sku','AP101'),
(2,101,'_regular_price','6.90'),
(3,101,'_price','6.90'),
(4,101,'_virtual','yes'),
(5,101,'_stock_status','instock'),
(6,102,'_sku','AP102'),
(7,102,'_regular_price','14.90'),
(8,102,'_price','14.90');
/*!40000 ALTER TABLE `wp_postmeta` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_posts`
--

DROP TABLE IF EXISTS `wp_posts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_posts` (
  `ID` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `post_author` bigint(20) unsigned NOT NULL DEFAULT 0,
  `post_date` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `post_date_gmt` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `post_content` longtext NOT NULL,
  `post_title` text NOT NULL,
  `post_excerpt` text NOT NULL,
  `post_status` varchar(20) NOT NULL DEFAULT 'publish',
  `comment_status` varchar(20) NOT NULL DEFAULT 'open',
  `ping_status` varchar(20) NOT NULL DEFAULT 'open',
  `post_password` varchar(255) NOT NULL DEFAULT '',
  `post_name` varchar(200) NOT NULL DEFAULT '',
  `to_ping` text NOT NULL,
  `pinged` text NOT NULL,
  `post_modified` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `post_modified_gmt` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `post_content_filtered` longtext NOT NULL,
  `post_parent` bigint(20) unsigned NOT NULL DEFAULT 0,
  `guid` varchar(255) NOT NULL DEFAULT '',
  `menu_order` int(11) NOT NULL DEFAULT 0,
  `post_type` varchar(20) NOT NULL DEFAULT 'post',
  `post_mime_type` varchar(100) NOT NULL DEFAULT '',
  `comment_count` bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`ID`),
  KEY `post_name` (`post_name`(191)),
  KEY `type_status_date` (`post_type`,`post_status`,`post_date`,`ID`),
  KEY `post_parent` (`post_parent`),
  KEY `post_author` (`post_author`)
) ENGINE=InnoDB AUTO_INCREMENT=4293 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_posts`
--

LOCK TABLES `wp_posts` WRITE;
/*!40000 ALTER TABLE `wp_posts` DISABLE KEYS */;
INSERT INTO `wp_posts` VALUES
(5,1,'2022-10-27 02:00:00','2022-10-27 00:00:00','Placeholder page.','Shop','','publish','closed','closed','','shop','','','2022-10-27 02:00:00','2022-10-27 00:00:00','',0,'https://shop.platform.example/?page=shop',0,'page','',0),
(6,1,'2022-10-27 02:00:00','2022-10-27 00:00:00','Placeholder page.','Cart','','publish','closed','closed','','cart','','','2022-10-27 02:00:00','2022-10-27 00:00:00','',0,'https://shop.platform.example/?page=cart',0,'page','',0),
(7,1,'2022-10-27 02:00:00','2022-10-27 00:00:00','Placeholder page.','Checkout','','publish','closed','closed','','checkout','','','2022-10-27 02:00:00','2022-10-27 00:00:00','',0,'https://shop.platform.example/?page=checkout',0,'page','',0),
(8,1,'2022-10-27 02:00:00','2022-10-27 00:00:00','Placeholder page.','My account','','publish','closed','closed','','my-account','','','2022-10-27 02:00:00','2022-10-27 00:00:00','',0,'https://shop.platform.example/?page=my-account',0,'page','',0),
(9,1,'2022-10-27 02:00:00','2022-10-27 00:00:00','Placeholder page.','Terms','','publish','closed','closed','','terms','','','2022-10-27 02:00:00','2022-10-27 00:00:00','',0,'https://shop.platform.example/?page=terms',0,'page','',0),
(101,1,'2022-10-27 03:00:00','2022-10-27 01:00:00','Neutral product text.','access pass 7 days','','publish','closed','closed','','access-pass-7-days','','','2022-10-27 03:00:00','2022-10-27 01:00:00','',0,'https://shop.platform.example/?product=access-pass-7-days',0,'product','',0),
(102,1,'2022-10-27 03:00:00','2022-10-27 01:00:00','Neutral product text.','access pass 30 days','','publish','closed','closed','','access-pass-30-days','','','2022-10-27 03:00:00','2022-10-27 01:00:00','',0,'https://shop.platform.example/?product=access-pass-30-days',0,'product','',0),
(103,1,'2022-10-27 03:00:00','2022-10-27 01:00:00','Neutral product text.','access pass 90 days','','publish','closed','closed','','access-pass-90-days','','','2022-10-27 03:00:00','2022-10-27 01:00:00','',0,'https://shop.platform.example/?product=access-pass-90-days',0,'product','',0);
/*!40000 ALTER TABLE `wp_posts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_usermeta`
--

DROP TABLE IF EXISTS `wp_usermeta`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_usermeta` (
  `umeta_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` longtext DEFAULT NULL,
  PRIMARY KEY (`umeta_id`),
  KEY `user_id` (`user_id`),
  KEY `meta_key` (`meta_key`(191))
) ENGINE=InnoDB AUTO_INCREMENT=45126 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_usermeta`
--

LOCK TABLES `wp_usermeta` WRITE;
/*!40000 ALTER TABLE `wp_usermeta` DISABLE KEYS */;
INSERT INTO `wp_usermeta` VALUES
(1,1,'nickname','birkerider'),
(2,1,'first_name','Astrid'),
(3,1,'last_name','Birkedal'),
(4,1,'description',''),
(5,1,'rich_editing','true'),
(6,1,'syntax_highlighting','true'),
(7,1,'comment_shortcuts','false'),
(8,1,'admin_color','fresh'),
(9,1,'use_ssl','0'),
(10,1,'show_admin_bar_front','true'),
(11,1,'locale',''),
(12,1,'wp_capabilities','a:1:{s:13:\"administrator\";b:1;}'),
(13,1,'wp_user_level','10'),
(14,1,'billing_first_name','Astrid'),
(15,1,'billing_last_name','Birkedal'),
(16,1,'billing_address_1','Demovej 152'),
(17,1,'billing_address_2',''),
(18,1,'billing_city','KOLDING'),
(19,1,'billing_postcode','6000'),
(20,1,'billing_country','DK'),
(21,1,'billing_email','astrid.birkedal@isp-dk.example'),
(22,1,'billing_phone','+45 00 69 88 34'),
(23,1,'paying_customer','0'),
(24,1,'_order_count','1'),
(25,1,'session_tokens','a:1:{s:64:\"5ec4df06745ecc43ff9d5d5733c7ac78548acfc622989559dd18b5e9a4680430\";a:4:{s:10:\"expiration\";i:1730579952;s:2:\"ip\";s:13:\"198.18.204.80\";s:2:\"ua\";s:70:\"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0\";s:5:\"login\";i:1730407152;}}'),
(26,1,'wc_last_active','1730332800'),
(27,2,'nickname','hunt3r604'),
(28,2,'first_name',''),
(29,2,'last_name',''),
(30,2,'locale','de_DE'),
(31,2,'wp_capabilities','a:1:{s:8:\"customer\";b:1;}'),
(32,2,'wp_user_level','0'),
(33,2,'wc_last_active','1667260800'),
(34,3,'nickname','thunder845'),
(35,3,'first_name','Thomas'),
(36,3,'last_name','Altler'),
(37,3,'locale',''),
(38,3,'wp_capabilities','a:1:{s:8:\"customer\";b:1;}'),
(39,3,'wp_user_level','0'),
(40,3,'wc_last_active','1710201600');
INSERT INTO `wp_usermeta` VALUES
(24810,2434,'billing_last_name','Wakewell'),
(24811,2434,'billing_address_1','92 Demo Close'),
(24812,2434,'billing_address_2',''),
(24813,2434,'billing_city','Manchester'),
(24814,2434,'billing_postcode','M1 9ZZ'),
(24815,2434,'billing_country','GB'),
(24816,2434,'billing_email','rwakewell47@mail.example'),
(24817,2434,'billing_phone','+44 7700 900502'),
(24818,2434,'paying_customer','1'),
(24819,2434,'_order_count','9'),
(24820,2434,'session_tokens','a:1:{s:64:\"7bd149396efbdfdf11072b7382f48b774930e5d246ab44d96209baea5135ce2f\";a:4:{s:10:\"expiration\";i:1730691367;s:2:\"ip\";s:14:\"198.19.120.113\";s:2:\"ua\";s:80:\"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:103.0) Gecko/20100101 Firefox/103.0\";s:5:\"login\";i:1730518567;}}'),
(24821,2434,'wc_last_active','1730505600'),
(24822,2434,'last_update','1730518567'),
(24823,2435,'nickname','jreymoli933'),
(24824,2435,'first_name','Javier'),
(24825,2435,'last_name','Rey Molina'),
(24826,2435,'locale',''),
(24827,2435,'wp_capabilities','a:1:{s:8:\"customer\";b:1;}'),
(24828,2435,'wp_user_level','0'),
(24829,2435,'wc_last_active','1721779200'),
(24830,2435,'last_update','1721798214'),
(24831,2436,'nickname','blue_bear'),
(24832,2436,'first_name','Daan'),
(24833,2436,'last_name','Smit'),
(24834,2436,'locale',''),
(24835,2436,'wp_capabilities','a:1:{s:8:\"customer\";b:1;}'),
(24836,2436,'wp_user_level','0'),
(24837,2436,'wc_last_active','1706486400'),
(24838,2436,'last_update','1706531232'),
(24839,2437,'nickname','winleylucky3'),
(24840,2437,'first_name','William'),
(24841,2437,'last_name','Winley'),
(24842,2437,'locale',''),
(24843,2437,'wp_capabilities','a:1:{s:8:\"customer\";b:1;}'),
(24844,2437,'wp_user_level','0'),
(24845,2437,'session_tokens','a:1:{s:64:\"cd59657499e62d9aaf7885fe6289845d24fe0901f352a05f5bc182b8730af2c3\";a:4:{s:10:\"expiration\";i:1731483056;s:2:\"ip\";s:13:\"198.19.194.21\";s:2:\"ua\";s:68:\"Mozilla/5.0 (Android 13; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0\";s:5:\"login\";i:1731310256;}}'),
(24846,2437,'wc_last_active','1731283200'),
(24847,2437,'last_update','1731310256'),
(24848,2438,'nickname','james86'),
(24849,2438,'first_name','James');
INSERT INTO `wp_usermeta` VALUES
(44710,4331,'session_tokens','a:1:{s:64:\"59ab46bd7aeafe56abeb6bbf46ff6e5a40a6a0db0ffb82154ee3887c087c372c\";a:4:{s:10:\"expiration\";i:1731418383;s:2:\"ip\";s:14:\"198.18.197.104\";s:2:\"ua\";s:111:\"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36\";s:5:\"login\";i:1731245583;}}'),
(44711,4331,'wc_last_active','1731196800'),
(44712,4331,'last_update','1731245583'),
(44713,4332,'nickname','storm758'),
(44714,4332,'first_name','Lars'),
(44715,4332,'last_name','Hedgren'),
(44716,4332,'locale','sv_SE'),
(44717,4332,'wp_capabilities','a:1:{s:8:\"customer\";b:1;}'),
(44718,4332,'wp_user_level','0'),
(44719,4332,'session_tokens','a:1:{s:64:\"ce521970e000e22d3cd5568bacb34ae5e7a59109e4e15516ab6ab842bfa0dde9\";a:4:{s:10:\"expiration\";i:1730177593;s:2:\"ip\";s:13:\"198.19.194.21\";s:2:\"ua\";s:70:\"Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/109.0\";s:5:\"login\";i:1730004793;}}'),
(44720,4332,'wc_last_active','1729987200'),
(44721,4332,'last_update','1730004793'),
(44722,4334,'nickname','lipnerstone2'),
(44723,4334,'first_name',''),
(44724,4334,'last_name',''),
(44725,4334,'locale','cs_CZ'),
(44726,4334,'wp_capabilities','a:1:{s:10:\"subscriber\";b:1;}'),
(44727,4334,'wp_user_level','0'),
(44728,4334,'session_tokens','a:1:{s:64:\"78f983486385b76db4558fa188671337887d2cb2ad57c77d87ba5de404b12312\";a:4:{s:10:\"expiration\";i:1730611581;s:2:\"ip\";s:14:\"198.18.166.105\";s:2:\"ua\";s:117:\"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36\";s:5:\"login\";i:1730438781;}}'),
(44729,4334,'wc_last_active','1730419200'),
(44730,4334,'last_update','1730438781'),
(44731,4335,'nickname','samir74eagle'),
(44732,4335,'first_name','Samir Tariq'),
(44733,4335,'last_name','Abu Fayed'),
(44734,4335,'locale',''),
(44735,4335,'wp_capabilities','a:1:{s:8:\"customer\";b:1;}'),
(44736,4335,'wp_user_level','0'),
(44737,4335,'wc_last_active','1729728000'),
(44738,4335,'last_update','1729775559'),
(44739,4336,'nickname','maciej95star'),
(44740,4336,'first_name',''),
(44741,4336,'last_name',''),
(44742,4336,'locale','en_GB'),
(44743,4336,'wp_capabilities','a:1:{s:8:\"customer\";b:1;}'),
(44744,4336,'wp_user_level','0'),
(44745,4336,'wc_last_active','1729728000'),
(44746,4336,'last_update','1729781297'),
(44747,4337,'nickname','mnorgaar804'),
(44748,4337,'first_name',''),
(44749,4337,'last_name','');
/*!40000 ALTER TABLE `wp_usermeta` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_users`
--

DROP TABLE IF EXISTS `wp_users`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_users` (
  `ID` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `user_login` varchar(60) NOT NULL DEFAULT '',
  `user_pass` varchar(255) NOT NULL DEFAULT '',
  `user_nicename` varchar(50) NOT NULL DEFAULT '',
  `user_email` varchar(100) NOT NULL DEFAULT '',
  `user_url` varchar(100) NOT NULL DEFAULT '',
  `user_registered` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `user_activation_key` varchar(255) NOT NULL DEFAULT '',
  `user_status` int(11) NOT NULL DEFAULT 0,
  `display_name` varchar(250) NOT NULL DEFAULT '',
  PRIMARY KEY (`ID`),
  KEY `user_login_key` (`user_login`),
  KEY `user_nicename` (`user_nicename`),
  KEY `user_email` (`user_email`)
) ENGINE=InnoDB AUTO_INCREMENT=4385 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_users`
--

LOCK TABLES `wp_users` WRITE;
/*!40000 ALTER TABLE `wp_users` DISABLE KEYS */;
INSERT INTO `wp_users` VALUES
(1,'birkerider','$P$BpwroRS3pPBYhbGFK7LZgJsPbOiCamX','birkerider','astrid.birkedal@isp-dk.example','','2022-10-29 00:00:00','',0,'birkerider'),
(2,'hunt3r604','$P$BhHTH6eE8ODWVpjsSCkJ6iLQGmEi5tw','hunt3r604','bergler.t80@post.example','','2022-11-01 19:10:05','',0,'hunt3r604'),
(3,'thunder845','$P$B82V5mhzmFA5rbDj12rCIpQxWBxXYmp','thunder845','altler.t86@isp-de.example','','2022-11-02 06:49:33','',0,'thunder845'),
(4,'SunWizard70','$P$BLMIjGzA37wbDCMuLP9bkSxpiBL0f5U','sunwizard70','bjorn.sornes@isp-no.example','','2022-11-02 13:43:46','',0,'SunWizard70'),
(5,'captain_forest','$P$BzdRjNiKaQTLPEBYPi63jNTnTX41Rcs','captain-forest','captain_forest@isp-nl.example','','2022-11-02 14:42:08','',0,'captain_forest'),
(9,'wakewoquiet2','$P$BBkK5dnBPUiIe0ZWyyF11sXDWxryEQM','wakewoquiet2','charlie.wakeworth77@mail.example','','2022-11-02 16:11:54','',0,'wakewoquiet2'),
(10,'knut54','$P$BAMDm9po4kmfgoIMFEZhxxLQ6fbZxaP','knut54','kbjoerseth4@mail.example','','2022-11-03 11:53:37','',0,'knut54'),
(11,'FrostWhite96','$P$BaKe4HiGj3adVjHQRRMgnwAsfGUBTDU','frostwhite96','frostwhite96@isp-jp.example','','2022-11-03 19:22:37','',0,'FrostWhite96'),
(12,'StoneHunter51','$P$BVH7aLVJLffIaCCZF0JNipvAIC1jK7D','stonehunter51','andrei1996@inbox.example','','2022-11-04 23:03:15','',0,'StoneHunter51'),
(13,'cobra_snow422058','$P$BGg1tba72JXrukiPVNdfczpYOoo33HF','cobra-snow422058','isabel.ferreira@inbox.example','','2022-11-05 02:54:40','',0,'cobra_snow422058'),
(14,'hendrik.vandenbrink','$P$BEI0DA7dpWBly0QaVJYKv2AwdnuENs4','hendrik-vandenbrink','hendrik1964@post.example','','2022-11-05 10:01:40','',0,'hendrik.vandenbrink'),
(15,'lene91','$P$BI0EvDxBAs87HURFiHSNpbGAD5AHIHM','lene91','lene91@mail.example','','2022-11-05 16:23:17','1667666396:$P$BvAlHO0IRlmRD3xkl0KfiUE8E4jCLgp',0,'lene91'),
(16,'drag0n714','$P$BGANHg6aYwmfVCffN9XhYoE8gBIftzy','drag0n714','lsousaribeiro91@isp-fr.example','','2022-11-05 16:54:41','',0,'drag0n714'),
(17,'ninja744','$P$BntwLCCTrS7HksEovMyhIGKAwhIj80D','ninja744','goossens.k91@mail.example','','2022-11-06 03:40:58','',0,'ninja744');
/*!40000 ALTER TABLE `wp_users` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wc_customer_lookup`
--

DROP TABLE IF EXISTS `wp_wc_customer_lookup`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wc_customer_lookup` (
  `customer_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint(20) unsigned DEFAULT NULL,
  `username` varchar(60) NOT NULL DEFAULT '',
  `first_name` varchar(255) NOT NULL,
  `last_name` varchar(255) NOT NULL,
  `email` varchar(100) DEFAULT NULL,
  `date_last_active` timestamp NULL DEFAULT NULL,
  `date_registered` timestamp NULL DEFAULT NULL,
  `country` char(2) NOT NULL DEFAULT '',
  `postcode` varchar(20) NOT NULL DEFAULT '',
  `city` varchar(100) NOT NULL DEFAULT '',
  `state` varchar(100) NOT NULL DEFAULT '',
  PRIMARY KEY (`customer_id`),
  UNIQUE KEY `user_id` (`user_id`),
  KEY `email` (`email`)
) ENGINE=InnoDB AUTO_INCREMENT=3944 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wc_customer_lookup`
--

LOCK TABLES `wp_wc_customer_lookup` WRITE;
/*!40000 ALTER TABLE `wp_wc_customer_lookup` DISABLE KEYS */;
INSERT INTO `wp_wc_customer_lookup` VALUES
(1,1,'birkerider','Astrid','Birkedal','astrid.birkedal@isp-dk.example','2024-10-31 20:39:12','2022-10-29 00:00:00','DK','6000','KOLDING',''),
(2,2,'hunt3r604','','','bergler.t80@post.example','2022-11-01 19:10:05','2022-11-01 19:10:05','','','',''),
(3,3,'thunder845','Thomas','Altler','altler.t86@isp-de.example','2024-03-12 19:12:46','2022-11-02 06:49:33','','','',''),
(4,4,'SunWizard70','','','bjorn.sornes@isp-no.example','2022-11-02 13:43:46','2022-11-02 13:43:46','','','',''),
(5,5,'captain_forest','Wouter Marco','de Vries','captain_forest@isp-nl.example','2024-03-30 15:47:09','2022-11-02 14:42:08','','','',''),
(6,9,'wakewoquiet2','Charlie','Wakeworth','charlie.wakeworth77@mail.example','2024-09-11 21:55:39','2022-11-02 16:11:54','','','',''),
(7,10,'knut54','Knut','Bj√∏rseth','kbjoerseth4@mail.example','2024-07-13 14:55:57','2022-11-03 11:53:37','NO','8003','BOD√ò',''),
(8,11,'FrostWhite96','','','frostwhite96@isp-jp.example','2022-11-19 06:08:49','2022-11-03 19:22:37','','','','');
/*!40000 ALTER TABLE `wp_wc_customer_lookup` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wc_order_addresses`
--

DROP TABLE IF EXISTS `wp_wc_order_addresses`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wc_order_addresses` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `order_id` bigint(20) unsigned NOT NULL,
  `address_type` varchar(20) DEFAULT NULL,
  `first_name` text DEFAULT NULL,
  `last_name` text DEFAULT NULL,
  `company` text DEFAULT NULL,
  `address_1` text DEFAULT NULL,
  `address_2` text DEFAULT NULL,
  `city` text DEFAULT NULL,
  `state` text DEFAULT NULL,
  `postcode` text DEFAULT NULL,
  `country` text DEFAULT NULL,
  `email` varchar(320) DEFAULT NULL,
  `phone` varchar(100) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `address_type_order_id` (`address_type`,`order_id`),
  KEY `order_id` (`order_id`),
  KEY `email` (`email`(191)),
  KEY `phone` (`phone`)
) ENGINE=InnoDB AUTO_INCREMENT=2396 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wc_order_addresses`
--

LOCK TABLES `wp_wc_order_addresses` WRITE;
/*!40000 ALTER TABLE `wp_wc_order_addresses` DISABLE KEYS */;
INSERT INTO `wp_wc_order_addresses` VALUES
(1,245,'billing','Samir','Abu Najjar','',NULL,NULL,NULL,NULL,NULL,NULL,'samir.abunajjar@mail.example',''),
(2,246,'billing','J√∏rgen','Andersen',NULL,'Skabelonvej 69','','Odense','','5005','DK','joergen.andersen27@mail.example','+45 00 40 58 31'),
(3,247,'billing','Bj√∏rn','Kj√¶r','','Fiktivgade 186','','Roskilde','','4007','DK','bjoern.kjaer31@inbox.example','00516697'),
(4,248,'billing','Bj√∏rn','Kj√¶r',NULL,'Fiktivgade 186','','Roskilde','','4007','DK','bjoern.kjaer31@inbox.example','00516697'),
(5,249,'billing','Oliver','Skovk√¶r','','Modelgade 41','','N√¶stved','','4705','DK','oskovka3@inbox.example','+45-00-52-46-16'),
(6,253,'billing','Knut','Bj√∏rseth','','Fiktivveien 62','Apt 29','Bod√∏','','8003','NO','kbjoerseth4@mail.example',''),
(7,254,'billing','Marko','Rantamaa',NULL,'Provstigen 54','','V√§ster√•s','','722 19','SE','marko.rantamaa@mail.example',''),
(8,255,'billing','Wouter Marco','de Vries','',NULL,NULL,NULL,NULL,NULL,NULL,'captain_forest@isp-nl.example',NULL);
/*!40000 ALTER TABLE `wp_wc_order_addresses` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wc_order_operational_data`
--

DROP TABLE IF EXISTS `wp_wc_order_operational_data`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wc_order_operational_data` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `order_id` bigint(20) unsigned DEFAULT NULL,
  `created_via` varchar(100) DEFAULT NULL,
  `woocommerce_version` varchar(20) DEFAULT NULL,
  `prices_include_tax` tinyint(1) DEFAULT NULL,
  `coupon_usages_are_counted` tinyint(1) DEFAULT NULL,
  `download_permission_granted` tinyint(1) DEFAULT NULL,
  `cart_hash` varchar(100) DEFAULT NULL,
  `new_order_email_sent` tinyint(1) DEFAULT NULL,
  `order_key` varchar(100) DEFAULT NULL,
  `order_stock_reduced` tinyint(1) DEFAULT NULL,
  `date_paid_gmt` datetime DEFAULT NULL,
  `date_completed_gmt` datetime DEFAULT NULL,
  `shipping_tax_amount` decimal(26,8) DEFAULT NULL,
  `shipping_total_amount` decimal(26,8) DEFAULT NULL,
  `discount_tax_amount` decimal(26,8) DEFAULT NULL,
  `discount_total_amount` decimal(26,8) DEFAULT NULL,
  `recorded_sales` tinyint(1) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `order_id` (`order_id`),
  KEY `order_key` (`order_key`)
) ENGINE=InnoDB AUTO_INCREMENT=2436 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wc_order_operational_data`
--

LOCK TABLES `wp_wc_order_operational_data` WRITE;
/*!40000 ALTER TABLE `wp_wc_order_operational_data` DISABLE KEYS */;
INSERT INTO `wp_wc_order_operational_data` VALUES
(1,245,'checkout','7.0.0',0,1,1,'f6c452046d682c682dec027c3493d9dd',1,'wc_order_iVx7kKLVNFYuj',1,'2022-11-01 00:27:42','2022-11-01 00:27:42',0.00000000,0.00000000,0.00000000,0.00000000,1),
(2,246,'checkout','7.0.0',0,1,1,'135ed116b1cea3b3b13b5255c64f12d5',1,'wc_order_gSDmBNGAQXkZ1',1,'2022-11-01 01:28:25','2022-11-01 01:28:25',0.00000000,0.00000000,0.00000000,0.00000000,1),
(3,247,'checkout','7.0.0',0,1,1,'ae476ac2f709df908b895f741021d3ed',1,'wc_order_WZD3EzCWUBSN4',1,'2022-11-01 02:25:35','2022-11-01 02:25:35',0.00000000,0.00000000,0.00000000,0.00000000,1),
(4,248,'checkout','7.0.0',0,0,0,'a6dec469c84a79cf8defe57de7571604',0,'wc_order_WZD3EzCWUBSN4',0,NULL,NULL,0.00000000,0.00000000,0.00000000,0.00000000,0),
(5,249,'checkout','7.0.0',0,1,1,'296e640c339c7bae5623f738254aa071',1,'wc_order_vA7NhJrjpCSfQ',1,'2022-11-01 04:20:26','2022-11-01 04:20:26',0.00000000,0.00000000,0.00000000,0.00000000,1),
(6,253,'checkout','7.0.0',0,1,1,'805d574e096a07f94ff4b12fefa0bf08',1,'wc_order_MHUrM4WjPm4Oy',1,'2022-11-03 16:09:22','2022-11-03 16:09:22',0.00000000,0.00000000,0.00000000,0.00000000,1),
(7,254,'checkout','7.0.0',0,1,1,'31c86e01db6bb3ee6496e722c35b76af',1,'wc_order_n1Tqw0OSnd7Zs',1,'2022-11-04 14:33:24','2022-11-04 14:33:24',0.00000000,0.00000000,0.00000000,0.00000000,1),
(8,255,'checkout','7.0.0',0,0,0,'3082ba294d6da2b1b40118683b602df9',0,'wc_order_MWXD9YYznByUJ',0,NULL,NULL,0.00000000,0.00000000,0.00000000,0.00000000,0);
/*!40000 ALTER TABLE `wp_wc_order_operational_data` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wc_order_product_lookup`
--

DROP TABLE IF EXISTS `wp_wc_order_product_lookup`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wc_order_product_lookup` (
  `order_item_id` bigint(20) unsigned NOT NULL,
  `order_id` bigint(20) unsigned NOT NULL,
  `product_id` bigint(20) unsigned NOT NULL,
  `variation_id` bigint(20) unsigned NOT NULL,
  `customer_id` bigint(20) unsigned DEFAULT NULL,
  `date_created` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `product_qty` int(11) NOT NULL,
  `product_net_revenue` double NOT NULL DEFAULT 0,
  `product_gross_revenue` double NOT NULL DEFAULT 0,
  `coupon_amount` double NOT NULL DEFAULT 0,
  `tax_amount` double NOT NULL DEFAULT 0,
  `shipping_amount` double NOT NULL DEFAULT 0,
  `shipping_tax_amount` double NOT NULL DEFAULT 0,
  PRIMARY KEY (`order_item_id`),
  KEY `order_id` (`order_id`),
  KEY `product_id` (`product_id`),
  KEY `customer_id` (`customer_id`),
  KEY `date_created` (`date_created`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wc_order_product_lookup`
--

LOCK TABLES `wp_wc_order_product_lookup` WRITE;
/*!40000 ALTER TABLE `wp_wc_order_product_lookup` DISABLE KEYS */;
INSERT INTO `wp_wc_order_product_lookup` VALUES
(1,245,101,0,3940,'2022-11-01 01:26:42',1,6.9,6.9,0,0,0,0),
(2,246,103,0,3931,'2022-11-01 02:27:25',1,260,260,0,0,0,0),
(3,247,101,0,3932,'2022-11-01 03:24:35',1,6.9,6.9,0,0,0,0),
(4,248,101,0,3932,'2022-11-01 03:25:14',1,6.9,6.9,0,0,0,0),
(5,249,102,0,3933,'2022-11-01 05:19:26',1,14.9,14.9,0,0,0,0),
(6,253,103,0,7,'2022-11-03 17:08:22',1,401.35,401.35,0,0,0,0),
(7,254,103,0,3938,'2022-11-04 15:32:24',1,394.37,394.37,0,0,0,0),
(8,255,101,0,5,'2022-11-05 13:53:52',1,6.9,6.9,0,0,0,0);
/*!40000 ALTER TABLE `wp_wc_order_product_lookup` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wc_order_stats`
--

DROP TABLE IF EXISTS `wp_wc_order_stats`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wc_order_stats` (
  `order_id` bigint(20) unsigned NOT NULL,
  `parent_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `date_created` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `date_created_gmt` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `date_paid` datetime DEFAULT '0000-00-00 00:00:00',
  `date_completed` datetime DEFAULT '0000-00-00 00:00:00',
  `num_items_sold` int(11) NOT NULL DEFAULT 0,
  `total_sales` double NOT NULL DEFAULT 0,
  `tax_total` double NOT NULL DEFAULT 0,
  `shipping_total` double NOT NULL DEFAULT 0,
  `net_total` double NOT NULL DEFAULT 0,
  `returning_customer` tinyint(1) DEFAULT NULL,
  `status` varchar(20) NOT NULL,
  `customer_id` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`order_id`),
  KEY `date_created` (`date_created`),
  KEY `customer_id` (`customer_id`),
  KEY `status` (`status`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wc_order_stats`
--

LOCK TABLES `wp_wc_order_stats` WRITE;
/*!40000 ALTER TABLE `wp_wc_order_stats` DISABLE KEYS */;
INSERT INTO `wp_wc_order_stats` VALUES
(245,0,'2022-11-01 01:26:42','2022-11-01 00:26:42','2022-11-01 01:27:42','2022-11-01 01:27:43',1,6.9,0,0,6.9,0,'wc-completed',3940),
(246,0,'2022-11-01 02:27:25','2022-11-01 01:27:25','2022-11-01 02:28:25','2022-11-01 02:28:26',1,260,0,0,260,1,'wc-completed',3931),
(247,0,'2022-11-01 03:24:35','2022-11-01 02:24:35','2022-11-01 03:25:35','2022-11-01 03:25:36',1,6.9,0,0,6.9,0,'wc-completed',3932),
(248,0,'2022-11-01 03:25:14','2022-11-01 02:25:14',NULL,NULL,1,6.9,0,0,6.9,0,'wc-cancelled',3932),
(249,0,'2022-11-01 05:19:26','2022-11-01 04:19:26','2022-11-01 05:20:26','2022-11-01 05:20:27',1,14.9,0,0,14.9,1,'wc-completed',3933),
(253,0,'2022-11-03 17:08:22','2022-11-03 16:08:22','2022-11-03 17:09:22','2022-11-03 17:09:23',1,401.35,0,0,401.35,0,'wc-completed',7),
(254,0,'2022-11-04 15:32:24','2022-11-04 14:32:24','2022-11-04 15:33:24','2022-11-04 15:33:25',1,394.37,0,0,394.37,0,'wc-completed',3938),
(255,0,'2022-11-05 13:53:52','2022-11-05 12:53:52',NULL,NULL,1,6.9,0,0,6.9,1,'wc-cancelled',5);
/*!40000 ALTER TABLE `wp_wc_order_stats` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wc_orders`
--

DROP TABLE IF EXISTS `wp_wc_orders`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wc_orders` (
  `id` bigint(20) unsigned NOT NULL,
  `status` varchar(20) DEFAULT NULL,
  `currency` varchar(10) DEFAULT NULL,
  `type` varchar(20) DEFAULT NULL,
  `tax_amount` decimal(26,8) DEFAULT NULL,
  `total_amount` decimal(26,8) DEFAULT NULL,
  `customer_id` bigint(20) unsigned DEFAULT NULL,
  `billing_email` varchar(320) DEFAULT NULL,
  `date_created_gmt` datetime DEFAULT NULL,
  `date_updated_gmt` datetime DEFAULT NULL,
  `parent_order_id` bigint(20) unsigned DEFAULT NULL,
  `payment_method` varchar(100) DEFAULT NULL,
  `payment_method_title` text DEFAULT NULL,
  `transaction_id` varchar(100) DEFAULT NULL,
  `ip_address` varchar(100) DEFAULT NULL,
  `user_agent` text DEFAULT NULL,
  `customer_note` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `status` (`status`),
  KEY `date_created` (`date_created_gmt`),
  KEY `customer_id_billing_email` (`customer_id`,`billing_email`(171)),
  KEY `billing_email` (`billing_email`(191)),
  KEY `type_status_date` (`type`,`status`,`date_created_gmt`),
  KEY `parent_order_id` (`parent_order_id`),
  KEY `date_updated` (`date_updated_gmt`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wc_orders`
--

LOCK TABLES `wp_wc_orders` WRITE;
/*!40000 ALTER TABLE `wp_wc_orders` DISABLE KEYS */;
INSERT INTO `wp_wc_orders` VALUES
(245,'wc-completed','EUR','shop_order',0.00000000,6.90000000,0,'samir.abunajjar@mail.example','2022-11-01 00:26:42','2022-11-01 00:28:12',0,'btcpaygf_default','Bitcoin','Rdgbxy6fBGFiUqYLQoFA6N','198.19.28.93','Mozilla/5.0 (Android 13; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0',''),
(246,'wc-completed','DKK','shop_order',0.00000000,260.00000000,0,'joergen.andersen27@mail.example','2022-11-01 01:27:25','2022-11-01 01:28:55',0,'card_gateway','Credit / debit card','ch_EclaRxS6lTWiLtHUhWixGgd6','198.18.188.198','Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',''),
(247,'wc-completed','EUR','shop_order',0.00000000,6.90000000,0,'bjoern.kjaer31@inbox.example','2022-11-01 02:24:35','2022-11-01 02:26:05',0,'card_gateway','Credit / debit card','ch_8DW0sxzAub92AOPhjXMegAeH','198.19.39.105','Mozilla/5.0 (Android 13; Mobile; rv:116.0) Gecko/116.0 Firefox/116.0',''),
(248,'wc-cancelled','EUR','shop_order',0.00000000,6.90000000,0,'bjoern.kjaer31@inbox.example','2022-11-01 02:25:14','2022-11-01 02:26:44',0,'card_gateway','Credit / debit card','','198.19.39.105','Mozilla/5.0 (Android 13; Mobile; rv:116.0) Gecko/116.0 Firefox/116.0',''),
(249,'wc-completed','EUR','shop_order',0.00000000,14.90000000,0,'oskovka3@inbox.example','2022-11-01 04:19:26','2022-11-01 04:20:56',0,'card_gateway','Credit / debit card','ch_sPD2fB1fl4vfJ5DyMgrojjTh','198.18.188.198','Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',''),
(253,'wc-completed','NOK','shop_order',0.00000000,401.35000000,10,'kbjoerseth4@mail.example','2022-11-03 16:08:22','2022-11-03 16:09:52',0,'btcpaygf_default','Bitcoin','uVfUpnTjuun3Q1huvVsDPh','198.19.45.175','Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',''),
(254,'wc-completed','SEK','shop_order',0.00000000,394.37000000,0,'marko.rantamaa@mail.example','2022-11-04 14:32:24','2022-11-04 14:33:54',0,'btcpaygf_default','Bitcoin','yYm4JN6uxstooVhTaoASVM','198.18.166.105','Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 Mobile Safari/537.36',''),
(255,'wc-cancelled','EUR','shop_order',0.00000000,6.90000000,5,'captain_forest@isp-nl.example','2022-11-05 12:53:52','2022-11-05 12:55:22',0,'btcpaygf_default','Bitcoin','','198.18.43.205','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',''),
(260,'wc-cancelled','EUR','shop_order',0.00000000,34.90000000,13,'isabel.ferreira@inbox.example','2022-11-05 17:10:46','2022-11-05 17:12:16',0,'card_gateway','Credit / debit card','','198.19.101.49','Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0',''),
(265,'wc-cancelled','EUR','shop_order',0.00000000,6.90000000,3,'altler.t86@isp-de.example','2022-11-06 14:31:56','2022-11-06 14:33:26',0,'card_gateway','Credit / debit card','','198.19.194.21','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15',''),
(267,'wc-failed','EUR','shop_order',0.00000000,14.90000000,17,'goossens.k91@mail.example','2022-11-10 02:29:48','2022-11-10 02:31:18',0,'card_gateway','Credit / debit card','','198.18.102.126','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',''),
(269,'wc-completed','EUR','shop_order',0.00000000,99.00000000,26,'763mxmtqx2@post.example','2022-11-10 23:23:21','2022-11-10 23:24:51',0,'btcpaygf_default','Bitcoin','6EKddxCx3AQjcbXUQMCLaz','198.19.94.229','Mozilla/5.0 (Linux; Android 13; SM-X000) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/124.0.0.0 Mobile Safari/537.36',''),
(270,'wc-cancelled','EUR','shop_order',0.00000000,14.90000000,3,'altler.t86@isp-de.example','2022-11-11 04:03:23','2022-11-11 04:04:53',0,'card_gateway','Credit / debit card','','198.19.194.21','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15',''),
(271,'wc-on-hold','EUR','shop_order',0.00000000,34.90000000,5,'captain_forest@isp-nl.example','2022-11-11 21:17:36','2022-11-11 21:19:06',0,'btcpaygf_default','Bitcoin','','198.18.43.205','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',''),
(272,'wc-pending','SEK','shop_order',0.00000000,77.97000000,29,'nkaric57@mail.example','2022-11-11 21:58:33','2022-11-11 22:00:03',0,'card_gateway','Credit / debit card','','2001:db8:2100:a43:4e17:4431:e71f:f101','Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0',''),
(274,'wc-completed','EUR','shop_order',0.00000000,34.90000000,0,'frederic1960@mail.example','2022-11-12 16:07:46','2022-11-12 16:09:16',0,'card_gateway','Credit / debit card','ch_QvYbsjs9FRGohgxOZCKRwM7v','198.18.180.86','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36',''),
(278,'wc-failed','EUR','shop_order',0.00000000,14.90000000,37,'62az5v7euw@inbox.example','2022-11-13 23:08:13','2022-11-13 23:09:43',0,'card_gateway','Credit / debit card','','198.19.223.113','Mozilla/5.0 (Android 13; Mobile; rv:116.0) Gecko/116.0 Firefox/116.0',''),
(279,'wc-pending','EUR','shop_order',0.00000000,99.00000000,24,'36g4ngs5@mail.example','2022-11-15 06:24:45','2022-11-15 06:26:15',0,'card_gateway','Credit / debit card','','198.19.38.79','Mozilla/5.0 (Android 13; Mobile; rv:110.0) Gecko/110.0 Firefox/110.0',''),
(283,'wc-completed','SEK','shop_order',0.00000000,168.37000000,39,'karl80@mail.example','2022-11-15 10:03:33','2022-11-15 10:05:03',0,'card_gateway','Credit / debit card','ch_DNUEx0zCFZ4fkmqXqrSrY0dG','198.19.192.111','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',''),
(288,'wc-completed','SEK','shop_order',0.00000000,168.37000000,39,'karl80@mail.example','2022-11-15 10:10:32','2022-11-15 10:12:02',0,'btcpaygf_default','Bitcoin','GPcLrSbxpyTTVZ2aywQKvi','198.19.192.111','Mozilla/5.0 (Linux; Android 13; SM-X000) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/110.0.0.0 Mobile Safari/537.36','');
/*!40000 ALTER TABLE `wp_wc_orders` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wc_orders_meta`
--

DROP TABLE IF EXISTS `wp_wc_orders_meta`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wc_orders_meta` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `order_id` bigint(20) unsigned DEFAULT NULL,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `meta_key_value` (`meta_key`(100),`meta_value`(82)),
  KEY `order_id_meta_key_meta_value` (`order_id`,`meta_key`(100),`meta_value`(82))
) ENGINE=InnoDB AUTO_INCREMENT=14742 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wc_orders_meta`
--

LOCK TABLES `wp_wc_orders_meta` WRITE;
/*!40000 ALTER TABLE `wp_wc_orders_meta` DISABLE KEYS */;
INSERT INTO `wp_wc_orders_meta` VALUES
(1,245,'is_vat_exempt','no'),
(2,245,'BTCPay_id','Rdgbxy6fBGFiUqYLQoFA6N'),
(3,245,'_wc_order_attribution_source_type','organic'),
(4,245,'_wc_order_attribution_utm_source','search.example'),
(5,245,'_wc_order_attribution_device_type','Mobile'),
(6,246,'is_vat_exempt','no'),
(7,246,'_card_gateway_customer','cus_wq757glW634Ywr'),
(8,246,'_card_last4','3520');
/*!40000 ALTER TABLE `wp_wc_orders_meta` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wc_orders_old_backup`
--

DROP TABLE IF EXISTS `wp_wc_orders_old_backup`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wc_orders_old_backup` (
  `id` bigint(20) unsigned NOT NULL,
  `status` varchar(20) DEFAULT NULL,
  `currency` varchar(10) DEFAULT NULL,
  `type` varchar(20) DEFAULT NULL,
  `tax_amount` decimal(26,8) DEFAULT NULL,
  `total_amount` decimal(26,8) DEFAULT NULL,
  `customer_id` bigint(20) unsigned DEFAULT NULL,
  `billing_email` varchar(320) DEFAULT NULL,
  `date_created_gmt` datetime DEFAULT NULL,
  `date_updated_gmt` datetime DEFAULT NULL,
  `parent_order_id` bigint(20) unsigned DEFAULT NULL,
  `payment_method` varchar(100) DEFAULT NULL,
  `payment_method_title` text DEFAULT NULL,
  `transaction_id` varchar(100) DEFAULT NULL,
  `ip_address` varchar(100) DEFAULT NULL,
  `user_agent` text DEFAULT NULL,
  `customer_note` text DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wc_orders_old_backup`
--

LOCK TABLES `wp_wc_orders_old_backup` WRITE;
/*!40000 ALTER TABLE `wp_wc_orders_old_backup` DISABLE KEYS */;
INSERT INTO `wp_wc_orders_old_backup` VALUES
(245,'wc-completed','EUR','shop_order',0.00000000,6.90000000,0,'samir.abunajjar@mail.example','2022-11-01 00:26:42','2022-11-01 00:28:12',0,'btcpaygf_default','Bitcoin','Rdgbxy6fBGFiUqYLQoFA6N','198.19.28.93','Mozilla/5.0 (Android 13; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0',''),
(246,'wc-completed','DKK','shop_order',0.00000000,260.00000000,0,'joergen.andersen27@mail.example','2022-11-01 01:27:25','2022-11-01 01:28:55',0,'card_gateway','Credit / debit card','ch_EclaRxS6lTWiLtHUhWixGgd6','198.18.188.198','Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',''),
(247,'wc-completed','EUR','shop_order',0.00000000,6.90000000,0,'bjoern.kjaer31@inbox.example','2022-11-01 02:24:35','2022-11-01 02:26:05',0,'card_gateway','Credit / debit card','ch_8DW0sxzAub92AOPhjXMegAeH','198.19.39.105','Mozilla/5.0 (Android 13; Mobile; rv:116.0) Gecko/116.0 Firefox/116.0',''),
(248,'wc-cancelled','EUR','shop_order',0.00000000,6.90000000,0,'bjoern.kjaer31@inbox.example','2022-11-01 02:25:14','2022-11-01 02:26:44',0,'card_gateway','Credit / debit card','','198.19.39.105','Mozilla/5.0 (Android 13; Mobile; rv:116.0) Gecko/116.0 Firefox/116.0',''),
(249,'wc-completed','EUR','shop_order',0.00000000,14.90000000,0,'oskovka3@inbox.example','2022-11-01 04:19:26','2022-11-01 04:20:56',0,'card_gateway','Credit / debit card','ch_sPD2fB1fl4vfJ5DyMgrojjTh','198.18.188.198','Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',''),
(253,'wc-completed','NOK','shop_order',0.00000000,401.35000000,10,'kbjoerseth4@mail.example','2022-11-03 16:08:22','2022-11-03 16:09:52',0,'btcpaygf_default','Bitcoin','uVfUpnTjuun3Q1huvVsDPh','198.19.45.175','Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',''),
(254,'wc-completed','SEK','shop_order',0.00000000,394.37000000,0,'marko.rantamaa@mail.example','2022-11-04 14:32:24','2022-11-04 14:33:54',0,'btcpaygf_default','Bitcoin','yYm4JN6uxstooVhTaoASVM','198.18.166.105','Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 Mobile Safari/537.36',''),
(255,'wc-cancelled','EUR','shop_order',0.00000000,6.90000000,5,'captain_forest@isp-nl.example','2022-11-05 12:53:52','2022-11-05 12:55:22',0,'btcpaygf_default','Bitcoin','','198.18.43.205','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',''),
(260,'wc-cancelled','EUR','shop_order',0.00000000,34.90000000,13,'isabel.ferreira@inbox.example','2022-11-05 17:10:46','2022-11-05 17:12:16',0,'card_gateway','Credit / debit card','','198.19.101.49','Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0',''),
(265,'wc-cancelled','EUR','shop_order',0.00000000,6.90000000,3,'altler.t86@isp-de.example','2022-11-06 14:31:56','2022-11-06 14:33:26',0,'card_gateway','Credit / debit card','','198.19.194.21','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15',''),
(267,'wc-failed','EUR','shop_order',0.00000000,14.90000000,17,'goossens.k91@mail.example','2022-11-10 02:29:48','2022-11-10 02:31:18',0,'card_gateway','Credit / debit card','','198.18.102.126','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',''),
(269,'wc-completed','EUR','shop_order',0.00000000,99.00000000,26,'763mxmtqx2@post.example','2022-11-10 23:23:21','2022-11-10 23:24:51',0,'btcpaygf_default','Bitcoin','6EKddxCx3AQjcbXUQMCLaz','198.19.94.229','Mozilla/5.0 (Linux; Android 13; SM-X000) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/124.0.0.0 Mobile Safari/537.36',''),
(270,'wc-cancelled','EUR','shop_order',0.00000000,14.90000000,3,'altler.t86@isp-de.example','2022-11-11 04:03:23','2022-11-11 04:04:53',0,'card_gateway','Credit / debit card','','198.19.194.21','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15',''),
(271,'wc-on-hold','EUR','shop_order',0.00000000,34.90000000,5,'captain_forest@isp-nl.example','2022-11-11 21:17:36','2022-11-11 21:19:06',0,'btcpaygf_default','Bitcoin','','198.18.43.205','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',''),
(272,'wc-pending','SEK','shop_order',0.00000000,77.97000000,29,'nkaric57@mail.example','2022-11-11 21:58:33','2022-11-11 22:00:03',0,'card_gateway','Credit / debit card','','2001:db8:2100:a43:4e17:4431:e71f:f101','Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0',''),
(273,'trash','SEK','shop_order',0.00000000,77.97000000,29,'nkaric57@mail.example','2022-11-11 21:58:33','2022-11-11 22:00:03',0,'card_gateway','Credit / debit card','','2001:db8:2100:a43:4e17:4431:e71f:f101','Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0',''),
(274,'wc-completed','EUR','shop_order',0.00000000,34.90000000,0,'frederic1960@mail.example','2022-11-12 16:07:46','2022-11-12 16:09:16',0,'card_gateway','Credit / debit card','ch_QvYbsjs9FRGohgxOZCKRwM7v','198.18.180.86','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36',''),
(278,'wc-failed','EUR','shop_order',0.00000000,14.90000000,37,'62az5v7euw@inbox.example','2022-11-13 23:08:13','2022-11-13 23:09:43',0,'card_gateway','Credit / debit card','','198.19.223.113','Mozilla/5.0 (Android 13; Mobile; rv:116.0) Gecko/116.0 Firefox/116.0',''),
(279,'wc-pending','EUR','shop_order',0.00000000,99.00000000,24,'36g4ngs5@mail.example','2022-11-15 06:24:45','2022-11-15 06:26:15',0,'card_gateway','Credit / debit card','','198.19.38.79','Mozilla/5.0 (Android 13; Mobile; rv:110.0) Gecko/110.0 Firefox/110.0',''),
(283,'wc-completed','SEK','shop_order',0.00000000,168.37000000,39,'karl80@mail.example','2022-11-15 10:03:33','2022-11-15 10:05:03',0,'card_gateway','Credit / debit card','ch_DNUEx0zCFZ4fkmqXqrSrY0dG','198.19.192.111','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',''),
(288,'wc-completed','SEK','shop_order',0.00000000,168.37000000,39,'karl80@mail.example','2022-11-15 10:10:32','2022-11-15 10:12:02',0,'btcpaygf_default','Bitcoin','GPcLrSbxpyTTVZ2aywQKvi','198.19.192.111','Mozilla/5.0 (Linux; Android 13; SM-X000) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/110.0.0.0 Mobile Safari/537.36',''),
(289,'wc-completed','SEK','shop_order',0.00000000,168.37000000,39,'karl80@mail.example','2022-11-15 10:31:16','2022-11-15 10:32:46',0,'card_gateway','Credit / debit card','ch_HTv2yTep0be34UVhZnoCLuAw','198.19.28.93','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',''),
(290,'wc-completed','SEK','shop_order',0.00000000,168.37000000,0,'samir.abunajjar@mail.example','2022-11-15 12:46:56','2022-11-15 12:48:26',0,'card_gateway','Credit / debit card','ch_cfCTPhnDXtB9pYJlm0QxDslO','198.19.204.226','Mozilla/5.0 (X11; Linux x86_64; rv:114.0) Gecko/20100101 Firefox/114.0',''),
(291,'wc-cancelled','EUR','shop_order',0.00000000,34.90000000,11,'frostwhite96@isp-jp.example','2022-11-16 17:05:54','2022-11-16 17:07:24',0,'btcpaygf_default','Bitcoin','','2001:db8:1600:de:5807:af1:221a:86f5','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36','');
/*!40000 ALTER TABLE `wp_wc_orders_old_backup` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_wflogins`
--

DROP TABLE IF EXISTS `wp_wflogins`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_wflogins` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `hitID` int(11) DEFAULT NULL,
  `ctime` double(17,6) unsigned NOT NULL,
  `fail` tinyint(3) unsigned NOT NULL,
  `action` varchar(40) NOT NULL,
  `username` varchar(255) NOT NULL,
  `userID` int(10) unsigned NOT NULL,
  `IP` binary(16) DEFAULT NULL,
  `UA` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `k1` (`IP`,`fail`),
  KEY `hitID` (`hitID`)
) ENGINE=InnoDB AUTO_INCREMENT=4146 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_wflogins`
--

LOCK TABLES `wp_wflogins` WRITE;
/*!40000 ALTER TABLE `wp_wflogins` DISABLE KEYS */;
INSERT INTO `wp_wflogins` VALUES
(1,NULL,1710670484.007919,0,'loginOK','wolf-maximilian',1447,'\0\0\0\0\0\0\0\0\0\0ˇˇ∆Êí','Mozilla/5.0 (Android 13; Mobile; rv:124.0) Gecko/124.0 Firefox/124.0'),
(2,NULL,1710676395.250000,1,'loginFailValidUsername','test',0,'\0\0\0\0\0\0\0\0\0\0ˇˇ∆Ìu','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0.0.0 Safari/537.36'),
(3,NULL,1710680127.023757,0,'loginOK','TigerNight93',2686,'\0\0\0\0\0\0\0\0\0\0ˇˇ∆≥ﬂ','Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:122.0) Gecko/20100101 Firefox/122.0'),
(4,NULL,1710701000.031676,0,'loginOK','jbjerremose55@mail.example',2739,'\0\0\0\0\0\0\0\0\0\0ˇˇ∆çN','Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:114.0) Gecko/20100101 Firefox/114.0'),
(5,NULL,1710704868.039595,1,'loginFailValidUsername','night_shadow',1101,' \r∏\0rïpÿZOI','Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 Mobile Safari/537.36'),
(6,NULL,1710704949.047514,0,'loginOK','night_shadow',1101,' \r∏\0rïpÿZOI','Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 Mobile Safari/537.36'),
(7,NULL,1710716504.250000,1,'loginFailInvalidUsername','root',0,'\0\0\0\0\0\0\0\0\0\0ˇˇ∆Ìs','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0.0.0 Safari/537.36'),
(8,NULL,1710718726.063352,0,'loginOK','amoreau43@example.com',826,'\0\0\0\0\0\0\0\0\0\0ˇˇ∆hµ','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15');
/*!40000 ALTER TABLE `wp_wflogins` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_woocommerce_order_itemmeta`
--

DROP TABLE IF EXISTS `wp_woocommerce_order_itemmeta`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_woocommerce_order_itemmeta` (
  `meta_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `order_item_id` bigint(20) unsigned NOT NULL,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` longtext DEFAULT NULL,
  PRIMARY KEY (`meta_id`),
  KEY `order_item_id` (`order_item_id`),
  KEY `meta_key` (`meta_key`(32))
) ENGINE=InnoDB AUTO_INCREMENT=14371 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_woocommerce_order_itemmeta`
--

LOCK TABLES `wp_woocommerce_order_itemmeta` WRITE;
/*!40000 ALTER TABLE `wp_woocommerce_order_itemmeta` DISABLE KEYS */;
INSERT INTO `wp_woocommerce_order_itemmeta` VALUES
(1,1,'_product_id','101'),
(2,1,'_variation_id','0'),
(3,1,'_qty','1'),
(4,1,'_tax_class',''),
(5,1,'_line_subtotal','6.9'),
(6,1,'_line_total','6.9'),
(7,2,'_product_id','103'),
(8,2,'_variation_id','0');
/*!40000 ALTER TABLE `wp_woocommerce_order_itemmeta` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_woocommerce_order_items`
--

DROP TABLE IF EXISTS `wp_woocommerce_order_items`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_woocommerce_order_items` (
  `order_item_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `order_item_name` text NOT NULL,
  `order_item_type` varchar(200) NOT NULL DEFAULT '',
  `order_id` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`order_item_id`),
  KEY `order_id` (`order_id`)
) ENGINE=InnoDB AUTO_INCREMENT=2396 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_woocommerce_order_items`
--

LOCK TABLES `wp_woocommerce_order_items` WRITE;
/*!40000 ALTER TABLE `wp_woocommerce_order_items` DISABLE KEYS */;
INSERT INTO `wp_woocommerce_order_items` VALUES
(1,'access pass 7 days','line_item',245),
(2,'access pass 90 days','line_item',246),
(3,'access pass 7 days','line_item',247),
(4,'access pass 7 days','line_item',248),
(5,'access pass 30 days','line_item',249),
(6,'access pass 90 days','line_item',253),
(7,'access pass 90 days','line_item',254),
(8,'access pass 7 days','line_item',255);
/*!40000 ALTER TABLE `wp_woocommerce_order_items` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_woocommerce_payment_tokenmeta`
--

DROP TABLE IF EXISTS `wp_woocommerce_payment_tokenmeta`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_woocommerce_payment_tokenmeta` (
  `meta_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `payment_token_id` bigint(20) unsigned NOT NULL,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` longtext DEFAULT NULL,
  PRIMARY KEY (`meta_id`),
  KEY `payment_token_id` (`payment_token_id`),
  KEY `meta_key` (`meta_key`(32))
) ENGINE=InnoDB AUTO_INCREMENT=649 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_woocommerce_payment_tokenmeta`
--

LOCK TABLES `wp_woocommerce_payment_tokenmeta` WRITE;
/*!40000 ALTER TABLE `wp_woocommerce_payment_tokenmeta` DISABLE KEYS */;
INSERT INTO `wp_woocommerce_payment_tokenmeta` VALUES
(1,1,'last4','7540'),
(2,1,'expiry_year','2026'),
(3,1,'expiry_month','02'),
(4,1,'card_type','vista'),
(5,2,'last4','8213'),
(6,2,'expiry_year','2027'),
(7,2,'expiry_month','03'),
(8,2,'card_type','vista');
/*!40000 ALTER TABLE `wp_woocommerce_payment_tokenmeta` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_woocommerce_payment_tokens`
--

DROP TABLE IF EXISTS `wp_woocommerce_payment_tokens`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_woocommerce_payment_tokens` (
  `token_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `gateway_id` varchar(200) NOT NULL,
  `token` text NOT NULL,
  `user_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `type` varchar(200) NOT NULL,
  `is_default` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`token_id`),
  KEY `user_id` (`user_id`)
) ENGINE=InnoDB AUTO_INCREMENT=163 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_woocommerce_payment_tokens`
--

LOCK TABLES `wp_woocommerce_payment_tokens` WRITE;
/*!40000 ALTER TABLE `wp_woocommerce_payment_tokens` DISABLE KEYS */;
INSERT INTO `wp_woocommerce_payment_tokens` VALUES
(1,'card_gateway','pm_6sFte9IEFHR3v8MJPfWBoipC',165,'CC',1),
(2,'card_gateway','pm_iRO5C46H2aEgvhheoYi7BWLr',1426,'CC',1),
(3,'card_gateway','pm_GN4Ou5hddrBW14edKMXAbjIG',1277,'CC',1),
(4,'card_gateway','pm_JXLUlwsaeiVuHbHO4ZFrzWFI',3790,'CC',1),
(5,'card_gateway','pm_BDx3ppZTG4rkfZ8Nfd9CT9lo',2826,'CC',1),
(6,'card_gateway','pm_OO1Hl60zwdAdAu6tjZvUpPjf',498,'CC',1),
(7,'card_gateway','pm_DnnHMiQ0tY64kzG8Bnk0FeA9',1903,'CC',1),
(8,'card_gateway','pm_3ZK81WdSqTSYiANi8PbNO3io',3121,'CC',1);
/*!40000 ALTER TABLE `wp_woocommerce_payment_tokens` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `wp_woocommerce_sessions`
--

DROP TABLE IF EXISTS `wp_woocommerce_sessions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_woocommerce_sessions` (
  `session_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `session_key` char(32) NOT NULL,
  `session_value` longtext NOT NULL,
  `session_expiry` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`session_id`),
  UNIQUE KEY `session_key` (`session_key`)
) ENGINE=InnoDB AUTO_INCREMENT=48 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_woocommerce_sessions`
--

LOCK TABLES `wp_woocommerce_sessions` WRITE;
/*!40000 ALTER TABLE `wp_woocommerce_sessions` DISABLE KEYS */;
INSERT INTO `wp_woocommerce_sessions` VALUES
(1,'413','a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";s:89:\"a:3:{s:2:\"id\";s:3:\"413\";s:5:\"email\";s:23:\"javier1984@mail.example\";s:7:\"country\";s:0:\"\";}\";}',1731520588),
(2,'678','a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";s:88:\"a:3:{s:2:\"id\";s:3:\"678\";s:5:\"email\";s:22:\"aortega19@mail.example\";s:7:\"country\";s:0:\"\";}\";}',1731409616),
(3,'846','a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";s:94:\"a:3:{s:2:\"id\";s:3:\"846\";s:5:\"email\";s:28:\"james.ashwell14@mail.example\";s:7:\"country\";s:0:\"\";}\";}',1731556753),
(4,'909','a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";s:97:\"a:3:{s:2:\"id\";s:3:\"909\";s:5:\"email\";s:29:\"william.smith83@inbox.example\";s:7:\"country\";s:2:\"GB\";}\";}',1731437501),
(5,'1146','a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";s:97:\"a:3:{s:2:\"id\";s:4:\"1146\";s:5:\"email\";s:30:\"alejandro.ortega94@example.com\";s:7:\"country\";s:0:\"\";}\";}',1731412016),
(6,'1216','a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";s:91:\"a:3:{s:2:\"id\";s:4:\"1216\";s:5:\"email\";s:24:\"rlongbury55@mail.example\";s:7:\"country\";s:0:\"\";}\";}',1731471254),
(7,'1314','a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";s:93:\"a:3:{s:2:\"id\";s:4:\"1314\";s:5:\"email\";s:26:\"andrzej197452@post.example\";s:7:\"country\";s:0:\"\";}\";}',1731553801),
(8,'1789','a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";s:92:\"a:3:{s:2:\"id\";s:4:\"1789\";s:5:\"email\";s:25:\"karagcrazy@isp-de.example\";s:7:\"country\";s:0:\"\";}\";}',1731452325);
/*!40000 ALTER TABLE `wp_woocommerce_sessions` ENABLE KEYS */;
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
